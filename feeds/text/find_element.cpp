#include "feeds/text/find_element.hpp"

#include <algorithm>

#include "feeds/text/ascii.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {

const ExtensionElement* find_element(const std::vector<ExtensionElement>& elements, std::string_view prefix,
                                     std::string_view name) {
    const auto* space = published_namespace(lowered(prefix));
    const auto is_it = [&](const ExtensionElement& element) {
        return element.depth == 0 && element.uri == space->uri && lowered(element.name) == lowered(name);
    };
    const auto found = space ? std::find_if(elements.begin(), elements.end(), is_it) : elements.end();
    return found == elements.end() ? nullptr : &*found;
}

std::string_view attribute_of(const ExtensionElement& element, std::string_view name) {
    for (const auto& attribute : element.attributes)
        if (lowered(attribute.name) == lowered(name)) return attribute.value;
    return {};
}

}  // namespace masthead::feeds
