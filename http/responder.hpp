#pragma once

#include <functional>
#include <optional>

#include "http/message.hpp"
#include "http/metrics.hpp"
#include "http/renderer.hpp"
#include "http/representations.hpp"

namespace masthead::http {

/// The answer to a GET or HEAD of a representation: 200, 206, 304, 412 or 416, as the request's conditions and range
/// say (RFC 9110, sections 13 and 14).
Response respond_with(const Representations::Pointer& representation, const Request& request);

/// Answers requests: method, path, cache, and what has to be made first. Any thread.
class Responder {
public:
    using Done = std::function<void(Response)>;

    /// All that is referred to outlives the responder.
    Responder(Representations& representations, Renderer& renderer, Metrics& metrics)
        : representations_(representations), renderer_(renderer), metrics_(metrics) {}

    /// The answer, if it can be given without waiting; nothing: ask `respond_later`.
    std::optional<Response> respond_now(const Request& request, Audience audience);

    /// Has the answer made; `done` is called with it, mostly on another thread (see Renderer::make).
    void respond_later(const Request& request, Audience audience, Done done);

private:
    Representations& representations_;
    Renderer& renderer_;
    Metrics& metrics_;
};

}  // namespace masthead::http
