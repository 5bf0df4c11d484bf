#pragma once

#include <memory>
#include <utility>

namespace masthead::feeds {

/// std::optional for what is large and rare: an absent value costs a pointer. Copies are deep, == compares the values.
template <class T>
class Boxed {
public:
    Boxed() = default;
    Boxed(T value)  // NOLINT(google-explicit-constructor): as optional
        : value_(std::make_unique<T>(std::move(value))) {}
    Boxed(const Boxed& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(Boxed other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    ~Boxed() = default;

    explicit operator bool() const { return value_ != nullptr; }
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }
    T& operator*() { return *value_; }
    T* operator->() { return value_.get(); }

    bool operator==(const Boxed& other) const {
        return value_ && other.value_ ? *value_ == *other.value_ : value_ == other.value_;
    }

private:
    std::unique_ptr<T> value_;
};

}  // namespace masthead::feeds
