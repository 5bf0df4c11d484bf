#pragma once

#include <string>
#include <string_view>

namespace masthead::feeds {

/// What a text or an attribute of a kept element has to be, so that validators take it.
enum class ValueType {
    words,  ///< any text
    name,   ///< without an e-mail address, which is its owner's to publish
    line,   ///< at most 255 bytes
    nothing,
    yes,
    truth,     ///< "true" or "false"
    count,     ///< whole, from 0
    positive,  ///< whole, from 1
    counts,    ///< parted by commas
    whole,     ///< from below 0, too
    number,    ///< with at most one point
    measure,   ///< a number from 0
    latitude,
    longitude,
    position,    ///< a latitude and a longitude, parted by a blank
    positions,   ///< at least two
    ring,        ///< at least four, the last of them the first
    address,     ///< http(s) in ASCII
    identifier,  ///< a URI: an address, a tag (RFC 4151), a URN (RFC 8141)
    price,       ///< a number and a currency
    date,
    media_type,
    language,
    play_time,   ///< normal play time (RFC 2326, section 3.6)
    medium,      ///< of media:content
    expression,  ///< of media:content
    role,        ///< of media:credit
    rating,      ///< of media:rating, in its own scheme
    md5,
};

/// The value as it is published; empty where it is not of its type.
std::string checked_value(std::string_view value, ValueType type);

}  // namespace masthead::feeds
