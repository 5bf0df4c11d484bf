#include "config/store_owner.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masthead::config {
namespace {

// The owner of the store, or of the folder that it will be made in; nobody when neither is there.
std::optional<std::pair<uid_t, gid_t>> owner_of(const std::filesystem::path& store) {
    for (const auto& path : {store, store.parent_path()}) {
        struct stat about {};
        if (stat(path.c_str(), &about) == 0) return std::pair{about.st_uid, about.st_gid};
    }
    return std::nullopt;
}

std::string name_of(uid_t user) {
    passwd entry{};
    passwd* found = nullptr;
    std::string text(16384, '\0');
    if (getpwuid_r(user, &entry, text.data(), text.size(), &found) != 0 || found == nullptr) return {};
    return entry.pw_name;
}

}  // namespace

std::optional<Error> take_identity_of_owner(const std::filesystem::path& store) {
    if (geteuid() != 0) return std::nullopt;
    const auto owner = owner_of(store);
    if (!owner || owner->first == 0) return std::nullopt;
    const auto [user, group] = *owner;
    const auto name = name_of(user);
    // Groups first: once the user is given up, they cannot be changed any more.
    const bool grouped = name.empty() ? setgroups(0, nullptr) == 0 : initgroups(name.c_str(), group) == 0;
    if (grouped && setgid(group) == 0 && setuid(user) == 0) return std::nullopt;
    return Error{Exit::not_permitted,
                 fmt::format("cannot become the owner of the store, {}: {}", std::generic_category().message(errno),
                             store.string()),
                 "Run the command as that user."};
}

}  // namespace masthead::config
