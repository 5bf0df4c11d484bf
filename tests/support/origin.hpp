#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace masthead::tests {

/// A request as the origin saw it.
struct SeenRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers;  ///< names in lower case; the last of several wins
    std::string body;
    std::chrono::steady_clock::time_point at;

    /// Empty when it was not sent.
    std::string header(const std::string& name) const;
};

/// What the origin answers, and how well it behaves while it does.
struct Answer {
    enum class Manner {
        whole,
        stall_before_status,  ///< silent, the connection stays open
        stall_in_body,        ///< half of the body, then silent
        cut_in_body,          ///< half of the body, then closed
        drip,                 ///< one byte of the body each `pause`
        endless_headers,      ///< header lines until the client goes
        endless_body,         ///< the body again and again, chunked, until the client goes
    };

    std::string body{};
    std::string type = "application/rss+xml; charset=utf-8";
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string etag{};           ///< sent, and a request with it in If-None-Match gets 304
    std::string last_modified{};  ///< likewise, with If-Modified-Since
    Manner manner = Manner::whole;
    std::chrono::milliseconds pause{10};
};

/// An HTTP/1.1 origin on a port of the loopback that the kernel chose. Paths that are not set get 404. Any thread. The
/// destructor ends every connection, stalled ones too, and joins all threads.
class Origin {
public:
    using Handler = std::function<Answer(const SeenRequest&)>;

    Origin();
    ~Origin();
    Origin(const Origin&) = delete;
    Origin& operator=(const Origin&) = delete;

    /// What a path answers from now on; a query is part of the path only where one is set with it.
    void set(const std::string& path, Answer answer);
    void set(const std::string& path, Handler handler);

    unsigned short port() const;
    std::string address() const;                     ///< "127.0.0.1:PORT"
    std::string url(const std::string& path) const;  ///< "http://127.0.0.1:PORT/path"

    std::vector<SeenRequest> requests() const;
    std::size_t count(const std::string& path) const;  ///< requests for this target
    std::size_t most_at_once() const;                  ///< of connections being answered at the same time
    std::size_t connections() const;                   ///< accepted in all

    /// Waits until so many requests came in all; false when the deadline passed.
    bool wait_for(std::size_t requests, std::chrono::milliseconds deadline = std::chrono::seconds(10)) const;

private:
    class Server;
    std::unique_ptr<Server> server_;
};

}  // namespace masthead::tests
