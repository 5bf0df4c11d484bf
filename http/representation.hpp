#pragma once

#include <memory>
#include <string>

#include "feeds/time.hpp"
#include "http/body.hpp"
#include "http/negotiate.hpp"

namespace masthead::http {

/// What the codings of one document have in common.
struct Description {
    std::string type;             ///< media type with its parameters
    feeds::Time last_modified{};  ///< cut to whole seconds when it is represented
    std::string fields;           ///< further header lines, each ended by CRLF: Cache-Control, Link, ...
    bool compressible = true;     ///< false: the type is compressed in itself
};

/// A document in one content coding with all that is ever said about it, prepared once and then shared, immutable.
struct Representation {
    Description description;
    Coding coding = Coding::identity;
    std::string etag;     ///< strong: a hash of the coded bytes, so the same bytes have the same tag after a restart
    std::string ok_head;  ///< of a 200, as Response::head
    std::string not_modified_head;  ///< of a 304: what RFC 9110, section 15.4.5 asks to repeat
    std::string part_head;          ///< of a 206, without Content-Range and Content-Length
    Body body;
};

/// Represents bytes that are coded already.
std::shared_ptr<const Representation> represent(Description description, std::string coded_bytes, Coding coding);

/// The same document in another coding; `identity` itself when that does not make it smaller.
std::shared_ptr<const Representation> recode(const std::shared_ptr<const Representation>& identity, Coding coding);

}  // namespace masthead::http
