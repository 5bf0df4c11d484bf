#include "feeds/parse/json_values.hpp"

#include <algorithm>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <fmt/format.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/xml_entities.hpp"

namespace masthead::feeds {
namespace {

namespace json = boost::json;

struct Extent {
    std::size_t depth = 0;   // the greatest
    std::size_t values = 0;  // about as many as there are values and keys
    std::size_t end = 0;     // behind the outermost value
};

// One look at brackets and commas outside strings: what building the value would take.
Extent extent_of(std::string_view text) {
    Extent out;
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\') ++at;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            out.depth = std::max(out.depth, ++depth);
            ++out.values;
        } else if (c == ',' || c == ':') {
            ++out.values;
        } else if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
            out.end = at + 1;
            return out;
        }
    }
    out.end = text.size();
    return out;
}

unexpected<ParseError> refused(ParseError::Code code, std::string message) {
    return unexpected(ParseError{code, std::move(message)});
}

}  // namespace

bool lower_names(json::value& value) {
    const auto* top = value.if_object();
    const auto has_upper_case = [](const auto& member) { return lowered(member.key()) != member.key(); };
    if (!top || std::none_of(top->begin(), top->end(), has_upper_case)) return false;
    std::vector<json::value*> waiting{&value};
    while (!waiting.empty()) {
        json::value& next = *waiting.back();
        waiting.pop_back();
        if (auto* array = next.if_array()) {
            for (auto& item : *array) waiting.push_back(&item);
        } else if (auto* object = next.if_object()) {
            json::object lower;
            for (auto& member : *object) lower.emplace(lowered(member.key()), std::move(member.value()));
            next = std::move(lower);
            for (auto& member : next.get_object()) waiting.push_back(&member.value());
        }
    }
    return true;
}

Result<json::value, ParseError> read_json(std::string_view text, const Limits& limits) {
    const auto extent = extent_of(text);
    if (extent.depth > limits.depth)
        return refused(ParseError::Code::too_deep,
                       fmt::format("the JSON is nested more than {} deep: raise fetch.max_depth", limits.depth));
    if (extent.values > limits.nodes)
        return refused(ParseError::Code::too_many,
                       fmt::format("the JSON has more than {} values: raise fetch.max_nodes", limits.nodes));
    json::parse_options options;
    options.max_depth = limits.depth + 1;
    options.allow_trailing_commas = true;
    json::stream_parser parser({}, options);
    json::error_code error;
    parser.write(text.data(), extent.end, error);
    if (!error) parser.finish(error);
    if (error)
        return refused(ParseError::Code::malformed,
                       fmt::format("the JSON is broken: {}: ask its publisher to mend it", error.message()));
    return parser.release();
}

std::string text_of(const json::value& value) {
    std::string out;
    if (const auto* string = value.if_string())
        append_xml_characters(out, std::string_view(string->data(), string->size()));
    else if (value.is_number())
        out = json::serialize(value);
    return out;
}

std::string text_at(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value ? text_of(*value) : std::string();
}

std::vector<std::string> texts_at(const json::object& object, std::string_view key) {
    std::vector<std::string> out;
    const auto* value = object.if_contains(key);
    if (!value) return out;
    if (value->is_string()) out.push_back(text_of(*value));
    if (const auto* array = value->if_array())
        for (const auto& item : *array)
            if (item.is_string()) out.push_back(text_of(item));
    return out;
}

std::vector<const json::object*> objects_at(const json::object& object, std::string_view key) {
    std::vector<const json::object*> out;
    const auto* value = object.if_contains(key);
    if (!value) return out;
    if (const auto* single = value->if_object()) out.push_back(single);
    if (const auto* array = value->if_array())
        for (const auto& item : *array)
            if (const auto* element = item.if_object()) out.push_back(element);
    return out;
}

const json::object* object_at(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value ? value->if_object() : nullptr;
}

}  // namespace masthead::feeds
