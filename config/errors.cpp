#include "config/errors.hpp"

namespace masthead::config {

std::string_view code_of(Exit exit) {
    switch (exit) {
        case Exit::done:
            return "done";
        case Exit::partly:
            return "partly";
        case Exit::usage:
            return "usage";
        case Exit::bad_data:
            return "bad_data";
        case Exit::no_input:
            return "no_input";
        case Exit::unavailable:
            return "unavailable";
        case Exit::cannot_create:
            return "cannot_create";
        case Exit::cannot_write:
            return "cannot_write";
        case Exit::busy:
            return "busy";
        case Exit::not_permitted:
            return "not_permitted";
        case Exit::bad_settings:
            return "bad_settings";
    }
    return "usage";
}

}  // namespace masthead::config
