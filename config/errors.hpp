#pragma once

#include <string>
#include <string_view>

#include "feeds/result.hpp"

namespace masthead::config {

/// What the program ends with. The numbers beside 0 and 1 are those of sysexits.h.
enum class Exit : int {
    done = 0,
    partly = 1,  ///< some or all sources failed; each was named
    usage = 64,
    bad_data = 65,
    no_input = 66,
    unavailable = 69,
    cannot_create = 73,
    cannot_write = 74,
    busy = 75,
    not_permitted = 77,
    bad_settings = 78,
};

/// Why a command could not do what it was asked to: one line "WHAT is wrong: WHERE" and a second that says what to do.
struct Error {
    Exit exit = Exit::usage;
    std::string message;
    std::string hint;  ///< may be empty
};

/// What a command returns: how it ended, or why it did not.
using Done = feeds::Result<Exit, Error>;

inline feeds::unexpected<Error> failure(Exit exit, std::string message, std::string hint = {}) {
    return feeds::unexpected<Error>(Error{exit, std::move(message), std::move(hint)});
}

/// The `code` of an error in JSON: "usage", "bad_data", ...
std::string_view code_of(Exit exit);

}  // namespace masthead::config
