#pragma once

#include <string>
#include <string_view>

#include "feeds/render/contributors.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

// The parts that web pages are put together from.

/// "2 January 2024", in a `time` element that machines read.
void write_day(XmlWriter& out, Time time, std::string_view css_class);

/// "1 h 2 min", in a `time` element.
void write_duration(XmlWriter& out, std::chrono::seconds duration);

enum class Portrait { small, large };
/// A portrait beside a name, so without a text of its own; the initials where there is none.
void write_portrait(XmlWriter& out, std::string_view name, std::string_view url, Portrait size);

enum class Links { plain, own };
/// The card of somebody as an h-card: portrait, name, what he or she does, bio, handles. `own` on the author's own
/// page marks the handles with rel="me", which says that they are the same person's.
void write_author_card(XmlWriter& out, const Page& page, const Contributor& person, Links links);

/// A safe fragment with its headings one level down, below the page's h1.
std::string with_lower_headings(std::string_view html);

}  // namespace masthead::feeds
