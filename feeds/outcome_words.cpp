#include "feeds/outcome_words.hpp"

namespace masthead::feeds {

std::string_view word_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::ok:
            return "ok";
        case Outcome::unchanged:
            return "unchanged";
        case Outcome::too_large:
            return "too_large";
        case Outcome::timeout:
            return "timeout";
        case Outcome::bad_redirect:
            return "bad_redirect";
        case Outcome::blocked_address:
            return "blocked_address";
        case Outcome::malformed:
            return "malformed";
        case Outcome::unsupported:
            return "unsupported";
        case Outcome::network:
            return "network";
        case Outcome::status:
            return "status";
        case Outcome::gone:
            return "gone";
    }
    return {};
}

}  // namespace masthead::feeds
