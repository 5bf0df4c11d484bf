#include "config/version.hpp"

#include <ostream>

#include <CLI/Version.hpp>
#include <boost/json.hpp>
#include <boost/version.hpp>
#include <curl/curl.h>
#include <fmt/core.h>
#include <spdlog/version.h>
#include <sqlite3.h>
#include <systemd/sd-daemon.h>
#include <toml++/toml.h>

#include "config/commands/commands.hpp"

namespace masthead::config {
namespace {

using Library = std::pair<std::string, std::string>;

std::vector<Library> libraries() {
    const auto* curl = curl_version_info(CURLVERSION_NOW);
    std::vector<Library> out = {
        {"boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
        {"cli11", CLI11_VERSION},
        {"curl", curl->version},
        {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
        {"spdlog", fmt::format("{}.{}.{}", SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH)},
        {"sqlite", sqlite3_libversion()},
        {"toml++", fmt::format("{}.{}.{}", TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH)},
    };
    if (curl->ssl_version != nullptr) out.emplace_back("tls", curl->ssl_version);
    return out;
}

}  // namespace

Done run(const ShowVersion&, Workspace& workspace) {
    auto& console = workspace.console();
    if (console.json) {
        boost::json::object used;
        for (const auto& [name, number] : libraries()) used[name] = number;
        print_json(console.out, boost::json::object{{"version", version}, {"libraries", std::move(used)}});
        return Exit::done;
    }
    console.out << "masthead " << version << '\n';
    for (const auto& [name, number] : libraries()) console.out << "  " << name << ' ' << number << '\n';
    return Exit::done;
}

Done run(const Help& command, Workspace& workspace) {
    workspace.console().out << command.text;
    return Exit::done;
}

}  // namespace masthead::config
