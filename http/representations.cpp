#include "http/representations.hpp"

#include <algorithm>

namespace masthead::http {
namespace {

// A document is made in less time than so many changes are noticed in; if not, it is made once more.
constexpr std::size_t most_recent_changes = 64;

std::size_t index(Coding coding) { return static_cast<std::size_t>(coding); }

std::size_t size_of(const Representations::Pointer& representation) {
    constexpr std::size_t overhead = 512;
    return representation ? representation->body.size() + representation->ok_head.size() * 3 + overhead : 0;
}

}  // namespace

Representations::Entry* Representations::entry(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : &*found->second;
}

Representations::Pointer Representations::find(std::string_view path, Coding coding) {
    std::lock_guard lock(mutex_);
    const auto found = by_path_.find(path);
    if (found == by_path_.end() || !found->second->current) return nullptr;
    if (found->second != entries_.begin()) entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->codings[index(coding)];
}

Representations::Pointer Representations::find_last(std::string_view path, Coding coding) const {
    std::lock_guard lock(mutex_);
    const Entry* found = entry(path);
    return found != nullptr ? found->codings[index(coding)] : nullptr;
}

std::uint64_t Representations::moment() const {
    std::lock_guard lock(mutex_);
    return moment_;
}

bool Representations::changed_since(std::uint64_t moment, const Dependencies& dependencies) const {
    const std::uint64_t missed = moment_ - moment;
    if (missed > recent_.size()) return true;
    return std::any_of(recent_.end() - static_cast<std::ptrdiff_t>(missed), recent_.end(),
                       [&](const storage::Changes& changes) { return touches(changes, dependencies); });
}

bool Representations::put(std::string_view path, Pointer identity, Dependencies dependencies, std::uint64_t moment) {
    std::lock_guard lock(mutex_);
    Entry* target = entry(path);
    if (target == nullptr) {
        entries_.push_front(Entry{std::string(path), {}, {}, false});
        target = &entries_.front();
        by_path_.emplace(target->path, entries_.begin());
    }
    auto& held = target->codings[index(Coding::identity)];
    if (held != identity) {
        for (auto& coding : target->codings) {
            bytes_ -= size_of(coding);
            coding.reset();
        }
        bytes_ += size_of(identity);
        held = std::move(identity);
    }
    target->current = !changed_since(moment, dependencies);
    target->dependencies = std::move(dependencies);
    const bool current = target->current;
    shrink();
    return current;
}

void Representations::put_coding(std::string_view path, const Pointer& identity, Coding coding, Pointer coded) {
    std::lock_guard lock(mutex_);
    Entry* target = entry(path);
    if (target == nullptr || target->codings[index(Coding::identity)] != identity) return;
    auto& slot = target->codings[index(coding)];
    bytes_ += size_of(coded);
    bytes_ -= size_of(slot);
    slot = std::move(coded);
    shrink();
}

void Representations::invalidate(const storage::Changes& changes) {
    std::lock_guard lock(mutex_);
    ++moment_;
    recent_.push_back(changes);
    if (recent_.size() > most_recent_changes) recent_.pop_front();
    for (auto& held : entries_)
        if (held.current && touches(changes, held.dependencies)) held.current = false;
}

void Representations::drop(std::string_view path) {
    std::lock_guard lock(mutex_);
    const auto found = by_path_.find(path);
    if (found != by_path_.end()) erase(found->second);
}

void Representations::erase(Entries::iterator entry) {
    for (const auto& coding : entry->codings) bytes_ -= size_of(coding);
    by_path_.erase(entry->path);
    entries_.erase(entry);
}

void Representations::shrink() {
    // The newest stays even if it alone is too big: it is about to be sent.
    while (bytes_ > capacity_ && entries_.size() > 1) erase(std::prev(entries_.end()));
}

std::size_t Representations::bytes() const {
    std::lock_guard lock(mutex_);
    return bytes_;
}

}  // namespace masthead::http
