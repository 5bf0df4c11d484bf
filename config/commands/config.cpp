#include <cerrno>
#include <ostream>
#include <system_error>

#include <boost/json.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/commands/commands.hpp"
#include "config/setting_keys.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;

// The settings file as `init` writes it: every key with its default, commented out, so that what is changed stands out.
std::string commented_file() {
    Settings defaults;
    std::string out =
        "# The settings of masthead. Every key may also be given as --set KEY=VALUE, or in the environment as\n"
        "# MASTHEAD_TABLE_KEY. What stands here behind a # is the default.\n";
    std::string_view table;
    for (const auto& key : setting_keys()) {
        const auto dot = key.name.find('.');
        if (key.name.substr(0, dot) != table) {
            table = key.name.substr(0, dot);
            out += fmt::format("\n[{}]\n", table);
        }
        // The default of the store is another place for each user.
        const auto value = key.name == "store.url" ? example_toml(key) : toml_text(key.field(defaults));
        out += fmt::format("# {}\n#{} = {}\n", key.comment, key.name.substr(dot + 1), value);
    }
    return out;
}

Done write_new_file(const std::string& file, const std::string& text) {
    // O_EXCL: settings that are there already are never overwritten.
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return failure(
            Exit::cannot_create,
            fmt::format("the settings file cannot be made, {}: {}", std::generic_category().message(errno), file),
            "Name a file that is not there yet, in a folder that is.");
    const auto written = write(descriptor, text.data(), text.size());
    const bool whole = written == static_cast<ssize_t>(text.size());
    if (close(descriptor) == 0 && whole) return Exit::done;
    return failure(Exit::cannot_write, fmt::format("the settings file cannot be written: {}", file));
}

}  // namespace

Done run(const ConfigShow&, Workspace& workspace) {
    const auto loaded = workspace.settings();
    if (!loaded) return feeds::unexpected<Error>(loaded.error());
    auto settings = **loaded;
    auto& console = workspace.console();
    std::vector<std::vector<std::string>> rows;
    json::array all;
    for (const auto& key : setting_keys()) {
        const auto value = toml_text(key.field(settings));
        const auto& origin = settings.origins.at(std::string(key.name));
        if (console.json)
            all.push_back(json::object{{"key", key.name}, {"value", value}, {"from", origin}});
        else
            rows.push_back({std::string(key.name), value, origin});
    }
    if (console.json)
        print_json(console.out, json::object{{"settings", std::move(all)}});
    else
        print_table(console, {"KEY", "VALUE", "FROM"}, rows);
    return Exit::done;
}

Done run(const ConfigCheck&, Workspace& workspace) {
    const auto settings = workspace.settings();
    if (!settings) return feeds::unexpected<Error>(settings.error());
    auto& console = workspace.console();
    if (console.json)
        print_json(console.out, json::object{{"ok", true}});
    else
        console.out << "OK\n";
    return Exit::done;
}

Done run(const ConfigInit& command, Workspace& workspace) {
    const auto text = commented_file();
    if (command.file.empty()) {
        workspace.console().out << text;
        return Exit::done;
    }
    auto done = write_new_file(command.file, text);
    if (done) tell(workspace.console(), "new settings: " + command.file);
    return done;
}

}  // namespace masthead::config
