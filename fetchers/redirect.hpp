#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fetchers/response_head.hpp"
#include "fetchers/transfer.hpp"

namespace masthead::fetchers {

/// What a fetch has on it that may not leave its host or its encryption.
enum class Carries { nothing, credentials };

/// Where an answer with a redirecting status leads (RFC 9110, section 15.4), or why it is not followed: too many, a
/// loop, an address that cannot be used, or credentials that would go over an open line.
feeds::Result<std::string, FetchError> redirect_target(const std::string& from, const ResponseHead& head,
                                                       const std::vector<Hop>& before, std::size_t max_redirects,
                                                       Carries carries);

/// Whether credentials for one address may be sent to another: the same host and port, or its step from http to https.
bool may_keep_credentials(const std::string& from, const std::string& to);

/// An address as a request can be sent to: absolute http or https, mended, without its fragment.
feeds::Result<std::string, FetchError> fetchable(const std::string& url);

/// 301 and 308 (RFC 9110, sections 15.4.2 and 15.4.9).
bool is_permanent_redirect(int status);
bool is_redirect(int status);

}  // namespace masthead::fetchers
