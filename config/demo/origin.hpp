#pragma once

#include <memory>
#include <string>

namespace masthead::config {

/// The made-up publication on three loopback ports, which the kernel chooses, for as long as the object lives. Answers
/// GET and HEAD with an ETag, and 304 to who has it. Throws std::system_error when no port can be had.
class DemoOrigin {
public:
    DemoOrigin();
    ~DemoOrigin();
    DemoOrigin(const DemoOrigin&) = delete;
    DemoOrigin& operator=(const DemoOrigin&) = delete;

    /// "http://127.0.0.1:PORT" each.
    const std::string& magazine() const;
    const std::string& newsletter() const;
    const std::string& podcast() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace masthead::config
