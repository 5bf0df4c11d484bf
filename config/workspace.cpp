#include "config/workspace.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "config/places.hpp"
#include "config/store_owner.hpp"

namespace masthead::config {

Workspace::Workspace(Console& console, GlobalOptions options, std::map<std::string, std::string> environment,
                     std::function<feeds::Time()> now)
    : console_(console), options_(std::move(options)), environment_(std::move(environment)), now_(std::move(now)) {}

feeds::Result<SettingSources, Error> Workspace::sources() const {
    SettingSources out;
    if (options_.config) out.file = *options_.config;
    for (const auto& assignment : options_.set) {
        const auto equals = assignment.find('=');
        if (equals == std::string::npos)
            return failure(Exit::usage, fmt::format("--set wants KEY=VALUE: {}", assignment),
                           "For example: --set http.listen=127.0.0.1:8000");
        out.overrides.emplace_back(assignment.substr(0, equals), assignment.substr(equals + 1));
    }
    out.store = options_.db;
    out.environment = environment_;
    return out;
}

feeds::Result<const Settings*, Error> Workspace::settings() {
    if (settings_) return settings_.get();
    return reload();
}

feeds::Result<const Settings*, Error> Workspace::reload() {
    const auto from = sources();
    if (!from) return feeds::unexpected<Error>(from.error());
    auto loaded = load_settings(*from);
    if (!loaded) return failure(Exit::bad_settings, loaded.error().message, loaded.error().hint);
    settings_ = std::make_unique<Settings>(std::move(*loaded));
    return settings_.get();
}

feeds::Result<storage::Store*, Error> Workspace::store() { return open(storage::OpenOptions::Create::never); }

feeds::Result<storage::Store*, Error> Workspace::store_or_new() {
    return open(storage::OpenOptions::Create::if_missing);
}

feeds::Result<storage::Store*, Error> Workspace::open(storage::OpenOptions::Create create) {
    if (store_) return store_.get();
    const auto known = settings();
    if (!known) return feeds::unexpected<Error>(known.error());
    const auto& url = (*known)->store_url;
    const auto file = store_file(url);
    std::error_code wrong;
    if (!file.empty() && !std::filesystem::exists(file, wrong) && !wrong) {
        if (create == storage::OpenOptions::Create::never)
            return failure(Exit::no_input, "there is no store yet: " + file.string(),
                           "\"masthead follow URL...\" makes one and fills it; --db or store.url names another.");
        tell(console_, "new store: " + file.string());
    }
    if (!file.empty())
        if (auto refused = take_identity_of_owner(file)) return feeds::unexpected<Error>(std::move(*refused));
    store_ = storage::open_store({url, create});
    return store_.get();
}

}  // namespace masthead::config
