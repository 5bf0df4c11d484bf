#include "config/json.hpp"

#include <boost/json.hpp>

#include "feeds/text/date.hpp"

namespace masthead::config {

namespace json = boost::json;

void set(json::object& object, std::string_view key, const std::optional<feeds::Time>& value) {
    if (value) object[key] = feeds::format_rfc3339(*value);
}

json::array profiles_json(const std::vector<feeds::Profile>& profiles) {
    json::array out;
    for (const auto& profile : profiles)
        out.push_back(json::object{{"platform", profile.platform}, {"handle", profile.handle}, {"url", profile.url}});
    return out;
}

json::object author_json(const feeds::Author& author) {
    json::object out{{"slug", author.slug}, {"name", author.name}};
    out["type"] = author.type == feeds::Author::Type::person ? "person" : "organization";
    set(out, "bio", author.bio);
    set(out, "url", author.url);
    set(out, "avatar", author.avatar);
    set(out, "email", author.email);
    set(out, "role", author.role);
    set(out, "affiliation", author.affiliation);
    out["profiles"] = profiles_json(author.profiles);
    out["aliases"] = array_of(author.aliases);
    if (!author.namesakes.empty()) out["namesakes"] = array_of(author.namesakes);
    return out;
}

json::array credits_json(const std::vector<feeds::Credit>& credits) {
    json::array out;
    for (const auto& credit : credits) {
        if (credit.person.name.empty()) continue;
        json::object person{{"name", credit.person.name}};
        set(person, "bio", credit.person.bio);
        set(person, "uri", credit.person.url);
        set(person, "email", credit.person.email);
        if (!credit.person.profiles.empty()) person["profiles"] = profiles_json(credit.person.profiles);
        out.push_back(std::move(person));
    }
    return out;
}

json::array enclosures_json(const std::vector<feeds::Enclosure>& enclosures) {
    json::array out;
    for (const auto& enclosure : enclosures) {
        json::object file{{"url", enclosure.url}};
        set(file, "type", enclosure.type);
        if (enclosure.bytes) file["length"] = *enclosure.bytes;
        if (enclosure.duration) file["duration"] = enclosure.duration->count();
        out.push_back(std::move(file));
    }
    return out;
}

}  // namespace masthead::config
