#include "feeds/render/known_trees.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "feeds/text/find_element.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {
namespace {

using Elements = std::vector<ExtensionElement>;

// With the prefix that its namespace is published with; empty for a namespace that is not known.
std::string prefixed_name(const ExtensionElement& element) {
    const auto* known = published_namespace_at(element.uri);
    return known ? std::string(known->prefix).append(1, ':').append(element.name) : std::string();
}

// The element less what may not be published of it; nothing where a text or an attribute that it needs is not there.
std::optional<ExtensionElement> checked_element(const ExtensionElement& element, const KnownElement& rule) {
    ExtensionElement out{element.uri, std::string(rule.name.substr(rule.name.find(':') + 1)), {}, {}, element.depth};
    if (rule.text != ValueType::nothing) out.text = checked_value(element.text, rule.text);
    if (rule.text != ValueType::nothing && out.text.empty()) return std::nullopt;
    for (const auto& attribute : element.attributes) {
        const auto* known = known_attribute(rule.name, attribute.name);
        auto value = known ? checked_value(attribute.value, known->value) : std::string();
        if (!value.empty()) out.attributes.push_back({std::string(known->name), std::move(value)});
    }
    const auto needed = required_attribute(rule.name);
    if (!needed.empty() && attribute_of(out, needed).empty()) return std::nullopt;
    return out;
}

std::size_t children(const Elements& tree, std::size_t parent) {
    std::size_t count = 0;
    for (std::size_t i = parent + 1; i < tree.size() && tree[i].depth > tree[parent].depth; ++i)
        if (tree[i].depth == tree[parent].depth + 1) ++count;
    return count;
}

// Takes out elements that hold less than makes sense, from the inside outwards.
void drop_hollow(Elements& tree, const std::vector<const KnownElement*>& rules) {
    for (std::size_t i = tree.size(); i-- > 0;) {
        if (children(tree, i) >= rules[i]->least_children) continue;
        const auto at = tree.begin() + static_cast<std::ptrdiff_t>(i);
        tree.erase(at, std::find_if(at + 1, tree.end(), [&](const auto& other) { return other.depth <= at->depth; }));
    }
}

// A media:group is of several forms of one thing. What stands in a group of one counts as if it stood in the entry,
// whose own title and description are known already.
void dissolve_group_of_one(Elements& tree) {
    const auto is_content = [](const auto& element) { return element.depth == 1 && element.name == "content"; };
    if (tree.empty() || tree[0].name != "group" || std::count_if(tree.begin(), tree.end(), is_content) > 1) return;
    tree.erase(tree.begin());
    for (auto& element : tree) --element.depth;
    const auto is_known = [](const auto& element) {
        return element.depth == 0 && (element.name == "title" || element.name == "description");
    };
    tree.erase(std::remove_if(tree.begin(), tree.end(), is_known), tree.end());
}

}  // namespace

const KnownElement* KnownTrees::rule_here(const ExtensionElement& element) {
    const auto within = within_.empty() ? Open{{}, 0} : within_.back();
    const auto* rule = known_element(prefixed_name(element), within.name);
    return rule && (rule->may_repeat || seen_.insert({within.number, rule}).second) ? rule : nullptr;
}

void KnownTrees::add(const ExtensionElement* begin, const ExtensionElement* end, Elements& out) {
    Elements tree;
    std::vector<const KnownElement*> rules;
    within_.clear();
    for (const auto* element = begin; element != end; ++element) {
        if (element->depth > within_.size()) continue;  // in one that was left out
        within_.resize(element->depth);
        if (element->text.str().size() > longest_) continue;
        const auto* rule = rule_here(*element);
        auto checked = rule ? checked_element(*element, *rule) : std::nullopt;
        if (!checked) continue;
        tree.push_back(std::move(*checked));
        rules.push_back(rule);
        within_.push_back({rule->name, ++opened_});
    }
    drop_hollow(tree, rules);
    dissolve_group_of_one(tree);
    std::move(tree.begin(), tree.end(), std::back_inserter(out));
}

}  // namespace masthead::feeds
