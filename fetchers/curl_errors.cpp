#include "fetchers/curl_errors.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace masthead::fetchers {

namespace {

bool is_known_coding(std::string_view coding) {
    constexpr std::array<std::string_view, 5> known = {"gzip", "x-gzip", "deflate", "br", "zstd"};
    return std::find(std::begin(known), std::end(known), coding) != std::end(known);
}

}  // namespace

feeds::Outcome outcome_of(CURLcode code, std::string_view coding) {
    using feeds::Outcome;
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return Outcome::timeout;
        case CURLE_FILESIZE_EXCEEDED:
        case CURLE_OUT_OF_MEMORY:  // so libcurl calls a header line beyond its own limit
            return Outcome::too_large;
        case CURLE_URL_MALFORMAT:
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL:  // of the answer: that of the request was looked at before
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
        case CURLE_WRITE_ERROR:
            return Outcome::malformed;
        case CURLE_BAD_CONTENT_ENCODING:
            return is_known_coding(coding) ? Outcome::malformed : Outcome::unsupported;
        default:
            return Outcome::network;
    }
}

std::string message_of(CURLcode code, const std::string& detail, const Options& options) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return fmt::format("too slow or silent (fetch.timeout is {} ms, fetch.stall_timeout {} ms)",
                               options.timeout.count(), options.stall_timeout.count());
        case CURLE_FILESIZE_EXCEEDED:
            return "the document says that it is larger than fetch.max_bytes";
        default:
            return fmt::format("{}: {:?}", curl_easy_strerror(code), detail);
    }
}

}  // namespace masthead::fetchers
