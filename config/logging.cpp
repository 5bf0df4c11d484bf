#include "config/logging.hpp"

#include <cstdlib>
#include <memory>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <spdlog/async.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace masthead::config {
namespace {

// The message as a JSON string.
class JsonMessage : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
        const boost::json::value text(boost::json::string_view(message.payload.data(), message.payload.size()));
        const auto quoted = boost::json::serialize(text);
        out.append(quoted.data(), quoted.data() + quoted.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<JsonMessage>(); }
};

// The priority that the journal takes from the beginning of a line (sd-daemon(3)).
class JournalPriority : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
        const char* priority = "<6>";
        if (message.level >= spdlog::level::err)
            priority = "<3>";
        else if (message.level == spdlog::level::warn)
            priority = "<4>";
        else if (message.level <= spdlog::level::debug)
            priority = "<7>";
        out.append(priority, priority + 3);
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<JournalPriority>(); }
};

LogFormat resolved(LogFormat format) {
    if (format != LogFormat::automatic) return format;
    // systemd.exec(5): set when stderr is connected to the journal.
    if (std::getenv("JOURNAL_STREAM") != nullptr) return LogFormat::journal;  // NOLINT(concurrency-mt-unsafe): at start
    return isatty(STDERR_FILENO) == 1 ? LogFormat::text : LogFormat::json;
}

std::unique_ptr<spdlog::formatter> formatter_of(LogFormat format) {
    auto out = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    out->add_flag<JsonMessage>('J').add_flag<JournalPriority>('P');
    switch (format) {
        case LogFormat::journal:
            out->set_pattern("%P%v");
            break;
        case LogFormat::json:
            out->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%J})");
            break;
        case LogFormat::automatic:
        case LogFormat::text:
            out->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %^%l%$ %v");
            break;
    }
    return out;
}

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::error:
            return spdlog::level::err;
        case LogLevel::warn:
            return spdlog::level::warn;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::debug:
            return spdlog::level::debug;
    }
    return spdlog::level::info;
}

}  // namespace

void start_logging(LogLevel level, LogFormat format) {
    constexpr std::size_t waiting_lines = 8192;
    if (!spdlog::thread_pool()) spdlog::init_thread_pool(waiting_lines, 1);
    auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>();
    auto logger = std::make_shared<spdlog::async_logger>("masthead", sink, spdlog::thread_pool(),
                                                         spdlog::async_overflow_policy::overrun_oldest);
    logger->set_formatter(formatter_of(resolved(format)));
    logger->set_level(level_of(level));
    logger->flush_on(spdlog::level::debug);
    spdlog::set_default_logger(std::move(logger));
}

void log_for_command(bool verbose) {
    auto logger =
        std::make_shared<spdlog::logger>("masthead", std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>());
    logger->set_formatter(formatter_of(LogFormat::text));
    logger->set_level(verbose ? spdlog::level::debug : spdlog::level::err);
    spdlog::set_default_logger(std::move(logger));
}

void stop_logging() {
    // It outlives the thread that writes its lines, whose last use of it spdlog only counts.
    const auto logger = spdlog::default_logger();
    spdlog::shutdown();
}

}  // namespace masthead::config
