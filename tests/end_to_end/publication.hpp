#pragma once

#include <map>
#include <string>
#include <utility>

#include "tests/support/origin.hpp"

namespace masthead::tests {

/// The made-up publication of config/demo/site on three origins, which a test can edit.
class Publication {
public:
    Publication();

    Origin& magazine() { return magazine_; }
    Origin& newsletter() { return newsletter_; }
    Origin& podcast() { return podcast_; }

    std::string author_page() const { return magazine_.url("/author/maren-tolvik/"); }
    std::string newsletter_feed() const { return newsletter_.url("/feed.xml"); }
    std::string podcast_page() const { return podcast_.url("/"); }

    /// Replaces a text in a document, as its publisher would edit it. Throws when the text does not stand in it.
    void edit(Origin& origin, const std::string& path, const std::string& what, const std::string& with);

    /// How the origins behave from now on: whole answers, or silent ones.
    void set_manner(Answer::Manner manner);

private:
    void serve(Origin& origin, const std::string& folder);
    void put(Origin& origin, const std::string& path);

    Origin magazine_, newsletter_, podcast_;
    std::map<std::pair<Origin*, std::string>, std::string> documents_;
    Answer::Manner manner_ = Answer::Manner::whole;
};

}  // namespace masthead::tests
