#include "config/places.hpp"

#include <system_error>

#include <pwd.h>
#include <unistd.h>

namespace masthead::config {
namespace {

namespace fs = std::filesystem;
using Environment = std::map<std::string, std::string>;

// A folder that a variable names. Relative ones count as unset (XDG base directory specification).
std::optional<fs::path> folder_of(const Environment& environment, const std::string& name) {
    const auto found = environment.find(name);
    if (found == environment.end()) return std::nullopt;
    fs::path folder = found->second;
    if (!folder.is_absolute()) return std::nullopt;
    return folder;
}

std::optional<fs::path> home(const Environment& environment) {
    if (auto folder = folder_of(environment, "HOME")) return folder;
    passwd entry{};
    passwd* found = nullptr;
    std::string text(16384, '\0');
    if (getpwuid_r(geteuid(), &entry, text.data(), text.size(), &found) != 0 || found == nullptr) return std::nullopt;
    return fs::path(entry.pw_dir);
}

std::optional<fs::path> xdg(const Environment& environment, const std::string& name, const char* below_home) {
    if (auto folder = folder_of(environment, name)) return folder;
    const auto home_folder = home(environment);
    if (!home_folder) return std::nullopt;
    return *home_folder / below_home;
}

}  // namespace

std::optional<fs::path> default_settings_file(const Environment& environment) {
    const auto named = environment.find("MASTHEAD_CONFIG");
    if (named != environment.end() && !named->second.empty()) return fs::path(named->second);
    std::error_code wrong;
    if (const auto folder = xdg(environment, "XDG_CONFIG_HOME", ".config")) {
        const auto file = *folder / "masthead" / "masthead.toml";
        if (fs::exists(fs::symlink_status(file, wrong))) return file;
    }
    const fs::path system_wide = "/etc/masthead/masthead.toml";
    if (fs::exists(fs::symlink_status(system_wide, wrong))) return system_wide;
    return std::nullopt;
}

fs::path default_store(const Environment& environment) {
    // systemd gives several folders with colons between them; ours is the first.
    const auto state = environment.find("STATE_DIRECTORY");
    if (state != environment.end() && state->second.starts_with('/'))
        return fs::path(state->second.substr(0, state->second.find(':'))) / "masthead.db";
    const auto folder = xdg(environment, "XDG_STATE_HOME", ".local/state");
    return (folder ? *folder / "masthead" : fs::path("/var/lib/masthead")) / "masthead.db";
}

std::string store_url_of(const std::string& path) {
    if (path.starts_with("sqlite:") || path.find("://") != std::string::npos) return path;
    return "sqlite:" + fs::absolute(path).lexically_normal().string();
}

fs::path store_file(const std::string& url) {
    constexpr std::string_view scheme = "sqlite:";
    return url.starts_with(scheme) ? fs::path(url.substr(scheme.size())) : fs::path();
}

}  // namespace masthead::config
