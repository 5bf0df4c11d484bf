#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace masthead::feeds {

/// A std::string for what most have none of: an empty one costs a pointer. A feed of a hundred thousand entries has
/// millions of them.
class RareText {
public:
    RareText() = default;
    RareText(std::string text)  // NOLINT(google-explicit-constructor): as std::string, so the next three
        : text_(text.empty() ? nullptr : std::make_unique<const std::string>(std::move(text))) {}
    RareText(std::string_view text)  // NOLINT(google-explicit-constructor)
        : RareText(std::string(text)) {}
    RareText(const char* text)  // NOLINT(google-explicit-constructor)
        : RareText(std::string(text)) {}
    RareText(const RareText& other) : RareText(other.str()) {}
    RareText(RareText&&) noexcept = default;
    RareText& operator=(RareText other) noexcept {
        text_ = std::move(other.text_);
        return *this;
    }
    ~RareText() = default;

    bool empty() const { return text_ == nullptr; }
    const std::string& str() const {
        static const std::string none;
        return text_ ? *text_ : none;
    }
    operator const std::string&() const { return str(); }  // NOLINT(google-explicit-constructor)
    operator std::string_view() const { return str(); }    // NOLINT(google-explicit-constructor)

    template <std::convertible_to<std::string_view> Text>
    friend bool operator==(const RareText& a, const Text& b) {
        return a.str() == std::string_view(b);
    }

private:
    std::unique_ptr<const std::string> text_;
};

}  // namespace masthead::feeds
