#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "config/commands/commands.hpp"
#include "config/demo/origin.hpp"
#include "config/serving.hpp"
#include "http/listening.hpp"

namespace masthead::config {
namespace {

namespace fs = std::filesystem;

// A folder of the demo's own, which goes with all that is in it.
class Folder {
public:
    Folder() : path_((fs::temp_directory_path() / "masthead-demo-XXXXXX").string()) {
        if (mkdtemp(path_.data()) == nullptr) throw std::system_error(errno, std::generic_category(), path_);
    }
    ~Folder() { remove(); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void remove() const {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path path() const { return path_; }

private:
    std::string path_;
};

// "127.0.0.1:PORT" with the wanted port, or one that is free now.
feeds::Result<std::string, Error> free_address(std::uint16_t port) {
    const auto sockets = http::listen_on(fmt::format("127.0.0.1:{}", port), 1);
    if (!sockets) return failure(Exit::unavailable, sockets.error().message, sockets.error().hint);
    return sockets->address;
}

// The demo's settings stand in a file, as an admin's do.
void write_settings(const fs::path& file, const std::string& address) {
    std::ofstream(file) << fmt::format(
        "[site]\nbase_url = \"http://{0}\"\ntitle = \"masthead demo\"\n"
        "[http]\nlisten = [\"{0}\"]\nadmin_listen = \"\"\n"
        "[fetch]\nallow_private = [\"127.0.0.0/8\"]\nhost_gap = \"0s\"\n"
        "[log]\nlevel = \"warn\"\nformat = \"text\"\n",
        address);
}

// Follows the three people of the publication, the columnist with her newsletter and her podcast.
std::optional<Error> follow_all(Workspace& workspace, const DemoOrigin& origin) {
    const auto& magazine = origin.magazine();
    const std::vector<Follow> people = {
        {{magazine + "/author/maren-tolvik/", origin.newsletter() + "/", origin.podcast() + "/"},
         "Maren Tolvik",
         {},
         false},
        {{magazine + "/author/idris-bellamy/"}, {}, {}, false},
        {{magazine + "/author/saoirse-kane/"}, {}, {}, false},
    };
    for (const auto& person : people) {
        const auto done = run(person, workspace);
        if (!done) return done.error();
        workspace.console().out << std::endl;
    }
    return std::nullopt;
}

void print_addresses(std::ostream& out, const std::string& address) {
    const auto site = "http://" + address;
    out << fmt::format(
               "Open:       {0}/\n"
               "Subscribe:  {0}/authors/maren-tolvik.rss   (.atom, .json; episodes alone: "
               "/authors/maren-tolvik/episodes.rss)\n"
               "            {0}/feeds/all.rss              (everybody, merged)\n"
               "Ctrl-C ends the demo and cleans up.\n",
               site)
        << std::flush;
}

}  // namespace

Done run(const Demo& command, Workspace& workspace) {
    const Signals signals;  // before any thread starts, and before there is anything to clean up
    const auto address = free_address(command.port);
    if (!address) return feeds::unexpected<Error>(address.error());
    const Folder folder;
    const auto file = folder.path() / "masthead.toml";
    write_settings(file, *address);
    GlobalOptions options;
    options.config = file.string();
    options.db = (folder.path() / "masthead.db").string();
    Workspace inner(workspace.console(), options, {}, workspace.clock());
    const DemoOrigin origin;
    if (auto wrong = follow_all(inner, origin)) return feeds::unexpected<Error>(std::move(*wrong));
    ServeEvents events;
    events.ready = [&](const auto&) { print_addresses(workspace.console().out, *address); };
    events.ended_at_once = [&] { folder.remove(); };
    return serve(inner, signals, events);
}

}  // namespace masthead::config
