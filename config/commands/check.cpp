#include <chrono>
#include <filesystem>
#include <ostream>

#include <boost/json.hpp>
#include <curl/curl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/commands/commands.hpp"
#include "config/daemon_lock.hpp"
#include "config/places.hpp"
#include "config/units.hpp"
#include "http/listening.hpp"

namespace masthead::config {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

/// What one look came to: OK with a remark, or what is wrong and what to do.
struct Finding {
    std::string about;
    bool ok = true;
    std::string remark;
};

Finding base_url(const Settings& settings) {
    const auto& url = settings.site.base_url;
    if (settings.origins.at("site.base_url") == "default")
        return {"base URL", true, url + " is good for this machine only: set site.base_url before you publish"};
    return {"base URL", true, url};
}

Finding clock(feeds::Time now) {
    using namespace std::chrono;
    const bool sane = now > sys_days(year(2024) / 1 / 1) && now < sys_days(year(2100) / 1 / 1);
    return {"clock", sane, sane ? "" : "the machine's calendar is wrong: set it, or run an NTP client"};
}

Finding tls_roots() {
    const auto* known = curl_version_info(CURLVERSION_NOW);
    const char* bundle = known->cainfo;
    const char* folder = known->capath;
    std::error_code wrong;
    for (const char* path : {bundle, folder})
        if (path != nullptr && fs::exists(path, wrong)) return {"TLS roots", true, path};
    return {"TLS roots", false, "there are none: install the package ca-certificates"};
}

Finding store_folder(const fs::path& file) {
    std::error_code wrong;
    auto folder = file.parent_path();
    while (!folder.empty() && folder != folder.root_path() && !fs::exists(folder, wrong)) folder = folder.parent_path();
    const bool writable = access(folder.c_str(), W_OK | X_OK) == 0;
    return {"store", writable,
            writable ? fmt::format("{} is not there yet and will be made", file.string())
                     : fmt::format("{} cannot be made: give {} to the user that runs masthead", file.string(),
                                   folder.string())};
}

std::vector<Finding> store(Workspace& workspace, const Settings& settings, bool deep) {
    const auto file = store_file(settings.store_url);
    std::error_code wrong;
    if (!file.empty() && !fs::exists(file, wrong)) return {store_folder(file)};
    std::vector<Finding> out;
    try {
        const auto opened = workspace.store();
        if (!opened) return {{"store", false, fmt::format("{}. {}", opened.error().message, opened.error().hint)}};
        const auto totals = (*opened)->totals();
        out.push_back(
            {"store", true,
             fmt::format("{}, {}, {} entries", settings.store_url, rounded_bytes(totals.bytes), totals.entries)});
        if (!deep) return out;
        const auto problems = (*opened)->check_integrity();
        for (const auto& problem : problems)
            out.push_back({"integrity", false, problem + ": restore a backup, or try sqlite3's .recover"});
        if (problems.empty()) out.push_back({"integrity", true, ""});
    } catch (const storage::StoreError& error) {
        out.push_back({"store", false, error.what()});
    }
    return out;
}

std::vector<Finding> ports(const Settings& settings) {
    if (const auto pid = running_daemon(store_file(settings.store_url)))
        return {{"addresses", true, fmt::format("the daemon with pid {} has them", *pid)}};
    auto addresses = settings.http.listen;
    if (!settings.http.admin_listen.empty()) addresses.push_back(settings.http.admin_listen);
    std::vector<Finding> out;
    for (const auto& address : addresses) {
        if (address.starts_with("unix:")) continue;  // made and replaced when the daemon starts
        const auto sockets = http::listen_on(address, 1);
        out.push_back({"address", sockets.has_value(),
                       sockets ? address : fmt::format("{}: {}", sockets.error().message, sockets.error().hint)});
    }
    return out;
}

}  // namespace

Done run(const Check& command, Workspace& workspace) {
    const auto loaded = workspace.settings();
    if (!loaded) return feeds::unexpected<Error>(loaded.error());
    const auto& settings = **loaded;
    std::vector<Finding> findings = {{"settings", true, ""}};
    for (auto& finding : store(workspace, settings, command.deep)) findings.push_back(std::move(finding));
    for (auto& finding : ports(settings)) findings.push_back(std::move(finding));
    findings.push_back(base_url(settings));
    findings.push_back(clock(workspace.now()));
    findings.push_back(tls_roots());
    auto& console = workspace.console();
    std::vector<std::vector<std::string>> rows;
    json::array all;
    bool sound = true;
    for (const auto& [about, ok, remark] : findings) {
        sound = sound && ok;
        rows.push_back({about, ok ? "OK" : "WRONG", remark});
        all.push_back(json::object{{"check", about}, {"ok", ok}, {"remark", remark}});
    }
    if (console.json)
        print_json(console.out, json::object{{"ok", sound}, {"checks", std::move(all)}});
    else
        print_table(console, {"CHECK", "RESULT", "REMARK"}, rows);
    return sound ? Exit::done : Exit::partly;
}

}  // namespace masthead::config
