#include "http/representation.hpp"

#include <chrono>

#include <fmt/core.h>

#include "feeds/text/date.hpp"
#include "http/compress.hpp"
#include "http/entity_tag.hpp"
#include "http/message.hpp"

namespace masthead::http {
namespace {

// Sent with 200, 206 and 304 alike, so that a cache can update what it has.
std::string lasting_fields(const Description& description, std::string_view etag) {
    std::string out =
        fmt::format("ETag: {}\r\nLast-Modified: {}\r\n", etag, feeds::format_http_date(description.last_modified));
    // Also on identity: a cache has to know that another request might get another coding (section 12.5.5).
    if (description.compressible) out += "Vary: Accept-Encoding\r\n";
    return out + description.fields;
}

std::string content_fields(const Description& description, Coding coding) {
    std::string out = fmt::format("Content-Type: {}\r\n", description.type);
    if (coding != Coding::identity) out += fmt::format("Content-Encoding: {}\r\n", coding_name(coding));
    return out + "X-Content-Type-Options: nosniff\r\nAccept-Ranges: bytes\r\n";
}

}  // namespace

std::shared_ptr<const Representation> represent(Description description, std::string coded_bytes, Coding coding) {
    description.last_modified = std::chrono::floor<std::chrono::seconds>(description.last_modified);
    std::string etag = entity_tag(coded_bytes);
    const std::string lasting = lasting_fields(description, etag);
    const std::string content = content_fields(description, coding);
    std::string ok = status_line(200) + content + fmt::format("Content-Length: {}\r\n", coded_bytes.size()) + lasting;
    return std::make_shared<const Representation>(
        Representation{std::move(description), coding, std::move(etag), std::move(ok), status_line(304) + lasting,
                       status_line(206) + content + lasting, Body(std::move(coded_bytes))});
}

std::shared_ptr<const Representation> recode(const std::shared_ptr<const Representation>& identity, Coding coding) {
    if (coding == Coding::identity || !identity->description.compressible) return identity;
    std::string coded = compress(identity->body.copy(), coding);
    if (coded.size() >= identity->body.size()) return identity;
    return represent(identity->description, std::move(coded), coding);
}

}  // namespace masthead::http
