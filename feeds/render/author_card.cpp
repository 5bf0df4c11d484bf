#include "feeds/render/author_card.hpp"

#include "feeds/people/platforms.hpp"
#include "feeds/render/xml_writer.hpp"
#include "feeds/text/sanitise.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t bio_characters = 280;  // Byline 0.1, `context`

void write_profiles(XmlWriter& out, const Contributor& person) {
    bool first = true;
    for (const Profile& profile : person.profiles) {
        if (first)
            out.leaf("br");
        else
            out.words(" \u00B7 ");
        out.text("a", platform_title(profile.platform) + ": " + profile.handle, {{"href", profile.url}});
        first = false;
    }
}

void write_card(XmlWriter& out, const Contributor& person) {
    out.open("p");
    if (!person.avatar.empty()) {
        out.leaf("img", {{"src", person.avatar}, {"alt", person.name}, {"width", "64"}, {"height", "64"}});
        out.leaf("br");
    }
    out.open("strong");
    if (person.url.empty())
        out.words(person.name);
    else
        out.text("a", person.name, {{"href", person.url}});
    out.close();
    if (const std::string bio = short_bio(person.bio); !bio.empty()) {
        out.leaf("br");
        out.words(bio);
    }
    write_profiles(out, person);
    out.close();
}

}  // namespace

std::string author_cards(const std::vector<Contributor>& people) {
    XmlWriter out("");
    bool any = false;
    for (const Contributor& person : people) {
        if (!person.is_described() || !person.is_author()) continue;
        if (!any) out.leaf("hr");
        any = true;
        write_card(out, person);
    }
    return out.finish();
}

std::string short_bio(std::string_view bio) { return excerpt(bio, bio_characters); }

}  // namespace masthead::feeds
