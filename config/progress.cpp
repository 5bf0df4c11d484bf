#include "config/progress.hpp"

#include <ostream>

#include <fmt/format.h>

namespace masthead::config {

Progress::Progress(Console& console, std::string_view what, std::size_t total)
    : console_(console), what_(what), total_(total) {
    if (console_.interactive && !console_.quiet && total_ > 0) draw_bar();
}

Progress::~Progress() {
    if (console_.interactive && !console_.quiet && total_ > 0) console_.err << "\r\x1b[K" << std::flush;
}

void Progress::advance() {
    ++done_;
    if (console_.quiet) return;
    if (console_.interactive) {
        draw_bar();
        return;
    }
    constexpr auto between_lines = std::chrono::seconds(5);
    const auto now = std::chrono::steady_clock::now();
    if (now - last_line_ < between_lines) return;
    last_line_ = now;
    console_.err << fmt::format("{} {} of {}\n", what_, done_, total_) << std::flush;
}

void Progress::draw_bar() {
    constexpr std::size_t width = 30;
    const auto filled = width * done_ / total_;
    console_.err << fmt::format("\r\x1b[K{} [{:#<{}}{:.<{}}] {}/{}", what_, "", filled, "", width - filled, done_,
                                total_)
                 << std::flush;
}

}  // namespace masthead::config
