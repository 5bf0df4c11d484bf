#include "feeds/parse/json_ld.hpp"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "feeds/text/html_references.hpp"

namespace masthead::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t most_objects = 10'000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// JSON less the marks of CDATA sections and comments around it, and a semicolon behind it.
std::string_view without_wrapping(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
        while (!text.empty() && (is_blank(text.back()) || text.back() == ';')) text.remove_suffix(1);
        for (std::string_view mark : {"//", "/*", "*/", "<!--", "\\u003C!--", "<![CDATA[", "\xEF\xBB\xBF"}) {
            if (text.substr(0, mark.size()) != mark) continue;
            text.remove_prefix(mark.size());
            again = true;
        }
        for (std::string_view mark : {"*/", "/*", "-->", "]]>", "//"}) {
            if (text.size() < mark.size() || text.substr(text.size() - mark.size()) != mark) continue;
            text.remove_suffix(mark.size());
            again = true;
        }
    }
    return text;
}

// Takes out commas before a closing bracket and escapes control characters in strings.
std::string mended(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string && c == '\\' && i + 1 < text.size()) {
            out += c;
            out += text[++i];
        } else if (c == '"') {
            in_string = !in_string;
            out += c;
        } else if (in_string && static_cast<unsigned char>(c) < 0x20) {
            out += ' ';
        } else if (!in_string && (c == '}' || c == ']')) {
            while (!out.empty() && (is_blank(out.back()) || out.back() == ',')) out.pop_back();
            out += c;
        } else {
            out += c;
        }
    }
    return out;
}

bool parse(std::string_view text, json::value& out) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = 64;
    out = json::parse(text, error, {}, options);
    return !error;
}

// Puts the objects of a block into `out`; the list of what is still to be looked at takes the place of recursion.
void take_apart(json::value block, JsonLd& out) {
    std::vector<json::value> waiting;
    waiting.push_back(std::move(block));
    for (std::size_t i = 0; i < waiting.size() && out.size() < most_objects; ++i) {
        if (waiting[i].is_array()) {
            json::array items = std::move(waiting[i].as_array());
            for (auto& item : items) waiting.push_back(std::move(item));
        } else if (waiting[i].is_object()) {
            json::object object = std::move(waiting[i].as_object());
            if (auto* graph = object.if_contains("@graph")) waiting.push_back(std::move(*graph));
            out.add(std::move(object));
        }
    }
}

std::string text_of(const json::value& value) {
    if (value.is_string()) return decode_references({value.as_string().data(), value.as_string().size()});
    if (value.is_array() && !value.as_array().empty()) return text_of(value.as_array().front());
    if (!value.is_object()) return {};
    for (const char* member : {"name", "url", "contentUrl", "@id", "@value"})
        if (const auto* found = value.as_object().if_contains(member); found != nullptr && found->is_string())
            return text_of(*found);
    return {};
}

std::string_view without_vocabulary(std::string_view type) {
    const auto end = type.find_last_of("/#:");
    return end == std::string_view::npos ? type : type.substr(end + 1);
}

std::string_view id_of(const json::object& object) {
    const auto* id = object.if_contains("@id");
    return id != nullptr && id->is_string() ? std::string_view(id->as_string()) : std::string_view();
}

}  // namespace

void JsonLd::add(json::object object) {
    if (const auto id = id_of(object); !id.empty()) {
        const auto [place, is_new] = fullest_.emplace(id, objects_.size());
        if (!is_new && object.size() > objects_[place->second].size()) place->second = objects_.size();
    }
    objects_.push_back(std::move(object));
}

const json::object* JsonLd::fullest(std::string_view id) const {
    const auto found = fullest_.find(std::string(id));
    return found == fullest_.end() ? nullptr : &objects_[found->second];
}

JsonLd read_json_ld(const HtmlTree& tree) {
    JsonLd out;
    for (std::size_t n : tree.all_tags("script")) {
        std::string text;
        for (std::size_t child : tree.children(n)) text += tree[child].text;
        const std::string_view bare = without_wrapping(text);
        json::value block;
        if (parse(bare, block) || parse(mended(bare), block)) take_apart(std::move(block), out);
    }
    return out;
}

bool has_type(const json::object& object, std::string_view type) {
    const auto* found = object.if_contains("@type");
    if (found == nullptr) return false;
    const auto is_type = [&](const json::value& value) {
        return value.is_string() && without_vocabulary(std::string_view(value.as_string())) == type;
    };
    if (!found->is_array()) return is_type(*found);
    return std::any_of(found->as_array().begin(), found->as_array().end(), is_type);
}

bool is_article_object(const json::object& object) {
    static constexpr std::array<std::string_view, 14> types = {"Article",
                                                               "NewsArticle",
                                                               "BlogPosting",
                                                               "OpinionNewsArticle",
                                                               "ReportageNewsArticle",
                                                               "Report",
                                                               "ScholarlyArticle",
                                                               "AnalysisNewsArticle",
                                                               "TechArticle",
                                                               "SocialMediaPosting",
                                                               "ReviewNewsArticle",
                                                               "BackgroundNewsArticle",
                                                               "AdvertiserContentArticle",
                                                               "LiveBlogPosting"};
    return std::any_of(types.begin(), types.end(), [&](std::string_view type) { return has_type(object, type); });
}

const json::object* article_object(const JsonLd& all) {
    for (const auto& object : all)
        if (is_article_object(object)) return &object;
    for (const auto& object : all)
        for (const auto* entity : json_objects(all, object, "mainEntity"))
            if (is_article_object(*entity)) return entity;
    return nullptr;
}

std::string json_text(const json::object& object, std::string_view member) {
    const auto* found = object.if_contains({member.data(), member.size()});
    return found == nullptr ? std::string() : text_of(*found);
}

std::vector<const json::object*> json_objects(const JsonLd& all, const json::object& object, std::string_view member) {
    std::vector<const json::object*> out;
    const auto add = [&](const json::value& value) {
        if (!value.is_object()) return;
        const json::object* item = &value.as_object();
        const auto* whole = all.fullest(id_of(*item));
        if (whole != nullptr && whole->size() > item->size()) item = whole;
        out.push_back(item);
    };
    const auto* found = object.if_contains({member.data(), member.size()});
    if (found == nullptr) return out;
    if (found->is_array()) {
        for (const auto& value : found->as_array()) add(value);
    } else {
        add(*found);
    }
    return out;
}

std::vector<std::string> json_strings(const json::object& object, std::string_view member) {
    std::vector<std::string> out;
    const auto add = [&](const json::value& value) {
        if (value.is_string()) out.push_back(text_of(value));
    };
    const auto* found = object.if_contains({member.data(), member.size()});
    if (found == nullptr) return out;
    if (found->is_array()) {
        for (const auto& value : found->as_array()) add(value);
    } else {
        add(*found);
    }
    return out;
}

}  // namespace masthead::feeds
