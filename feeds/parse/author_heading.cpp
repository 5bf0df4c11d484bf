#include "feeds/parse/author_heading.hpp"

#include <algorithm>
#include <array>

#include "feeds/people/bio_subject.hpp"
#include "feeds/people/name_shape.hpp"
#include "feeds/people/names.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

// What blogs and magazines put before a name over the list of its pieces; folded.
constexpr std::array<std::string_view, 77> list_labels = {"all articles by",
                                                          "all articles from",
                                                          "all columns by",
                                                          "all entries by",
                                                          "all pieces by",
                                                          "all posts by",
                                                          "all stories by",
                                                          "all work by",
                                                          "alle artikel von",
                                                          "alle artikelen van",
                                                          "alle beitrage von",
                                                          "alle berichten van",
                                                          "alle texte von",
                                                          "archive",
                                                          "archive for",
                                                          "archives",
                                                          "archives for",
                                                          "articles by",
                                                          "articles de",
                                                          "articles from",
                                                          "articles par",
                                                          "articles written by",
                                                          "articoli di",
                                                          "articulos de",
                                                          "artigos de",
                                                          "artikel av",
                                                          "artikel von",
                                                          "artikelen van",
                                                          "artykuly autora",
                                                          "auteur",
                                                          "auteure",
                                                          "author",
                                                          "author archive",
                                                          "author archives",
                                                          "author profile",
                                                          "autor",
                                                          "autora",
                                                          "autore",
                                                          "autorin",
                                                          "autrice",
                                                          "beitrage von",
                                                          "berichten van",
                                                          "blog posts by",
                                                          "chroniques de",
                                                          "colonne di",
                                                          "columnas de",
                                                          "columnist",
                                                          "columns by",
                                                          "colunas de",
                                                          "contributor",
                                                          "entradas de",
                                                          "entries by",
                                                          "essays by",
                                                          "everything by",
                                                          "kolumnen von",
                                                          "latest by",
                                                          "latest from",
                                                          "opinioni di",
                                                          "pieces by",
                                                          "posts by",
                                                          "posts from",
                                                          "posts written by",
                                                          "publicaciones de",
                                                          "publicacoes de",
                                                          "publications de",
                                                          "recent articles by",
                                                          "recent posts by",
                                                          "stories by",
                                                          "texte von",
                                                          "textes de",
                                                          "textos de",
                                                          "todos los articulos de",
                                                          "todos os artigos de",
                                                          "tous les articles de",
                                                          "tutti gli articoli di",
                                                          "writing by",
                                                          "written by"};
static_assert(is_sorted(list_labels));
constexpr std::size_t most_words = 4;  // of a label

constexpr std::array<std::string_view, 31> bio_labels = {"a propos de l auteur",
                                                         "a propos de l auteure",
                                                         "a propos de l autrice",
                                                         "about the author",
                                                         "about the authors",
                                                         "about the columnist",
                                                         "about the contributor",
                                                         "about the editor",
                                                         "about the host",
                                                         "about the writer",
                                                         "acerca de la autora",
                                                         "acerca del autor",
                                                         "chi e l autore",
                                                         "l auteur",
                                                         "l auteure",
                                                         "l autore",
                                                         "l autrice",
                                                         "meet the author",
                                                         "o autorce",
                                                         "o autorze",
                                                         "over de auteur",
                                                         "sobre a autora",
                                                         "sobre el autor",
                                                         "sobre la autora",
                                                         "sobre o autor",
                                                         "sull autore",
                                                         "sull autrice",
                                                         "uber den autor",
                                                         "uber die autorin",
                                                         "zum autor",
                                                         "zur autorin"};
static_assert(is_sorted(bio_labels));

// What parts a name in a heading from what is said of it.
constexpr std::array<std::string_view, 10> marks = {",", ":",      "(",      "|",      "-",
                                                    "/", "\u2013", "\u2014", "\u00B7", "\u2022"};

// The words of a line without apostrophes and marks, parted by blanks.
std::string plain_words(std::string_view line) {
    std::string out;
    for (const char c : folded(line)) {
        const bool is_sign = static_cast<unsigned char>(c) < 0x80 && !is_alphanumeric(c);
        if (!is_sign)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string_view without_list_label(std::string_view heading) {
    const auto words = words_of(heading);
    for (std::size_t count = std::min(most_words, words.size() > 1 ? words.size() - 1 : 0); count > 0; --count) {
        const auto last = words[count - 1];
        const auto length = static_cast<std::size_t>(last.data() + last.size() - heading.data());
        const bool has_colon = last.back() == ':';
        // "Author Name" and "Archie Posts" are names; one word needs the colon.
        if (count == 1 && !has_colon) continue;
        if (!is_one_of_sorted(list_labels, plain_words(heading.substr(0, length)))) continue;
        return heading.substr(static_cast<std::size_t>(words[count].data() - heading.data()));
    }
    return heading;
}

bool is_headed_by(const HtmlPage& page, std::string_view name) {
    if (page.structure.heading >= page.tree.size()) return false;
    const std::string heading = one_line(page.tree.text(page.structure.heading));
    const auto rest = without_list_label(heading);
    if (same_name(rest, name)) return true;
    const auto length = length_of_name_at_start(rest, name);
    if (length == 0) return false;
    // "Ada Wick – Professor of law", "Ada Wick, columnist", but no headline: "Ada Wick drowns at sea". A mark may count
    // as the end of the name.
    const auto read = rest.substr(0, length), behind = trimmed(rest.substr(length));
    return behind.empty() || std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
               return behind.starts_with(mark) || read.ends_with(mark);
           });
}

bool announces_bio(std::string_view heading) { return is_one_of_sorted(bio_labels, plain_words(heading)); }

}  // namespace masthead::feeds
