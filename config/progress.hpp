#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "config/output.hpp"

namespace masthead::config {

/// Says on stderr how far long work is: a bar on a terminal, a line every few seconds elsewhere, nothing with --quiet.
/// One thread at a time.
class Progress {
public:
    Progress(Console& console, std::string_view what, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more is done.
    void advance();

private:
    void draw_bar();

    Console& console_;
    std::string_view what_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::chrono::steady_clock::time_point last_line_ = std::chrono::steady_clock::now();
};

}  // namespace masthead::config
