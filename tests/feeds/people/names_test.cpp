#include "feeds/people/names.hpp"

#include <string>

#include <gtest/gtest.h>

#include "feeds/people/account_words.hpp"
#include "feeds/people/bio_words.hpp"
#include "feeds/people/byline_labels.hpp"
#include "feeds/people/name_words.hpp"
#include "feeds/people/nobody_words.hpp"
#include "feeds/people/role_words.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

// "Name{role|affiliation|email}", parted by " + "; what is empty is left out.
std::string written(const std::vector<Person>& people) {
    std::string out;
    for (const auto& person : people) {
        if (!out.empty()) out += " + ";
        out += person.name;
        if (!person.role.empty()) out += " {" + person.role.str() + "}";
        if (!person.affiliation.empty()) out += " [" + person.affiliation.str() + "]";
        if (!person.email.empty()) out += " <" + person.email.str() + ">";
    }
    return out;
}

struct ValueCase {
    const char* value;
    const char* people;
};

class PeopleOfValue : public testing::TestWithParam<ValueCase> {};

TEST_P(PeopleOfValue, TakesAValueApart) {
    EXPECT_EQ(written(people_of_value(GetParam().value, {"The Weir Ledger", "weir.example"})), GetParam().people)
        << GetParam().value;
}

INSTANTIATE_TEST_SUITE_P(
    SeveralNames, PeopleOfValue,
    testing::Values(ValueCase{"By Nell Wick and Odo Farrant", "Nell Wick + Odo Farrant"},
                    ValueCase{"NELL WICK & odo farrant", "NELL WICK + odo farrant"},
                    ValueCase{"Nell Wick, Odo Farrant, and Ís Ríos-Bó", "Nell Wick + Odo Farrant + Ís Ríos-Bó"},
                    ValueCase{"Nell Wick with Odo Farrant", "Nell Wick + Odo Farrant"},
                    ValueCase{"Nell Wick, as told to Odo Farrant", "Nell Wick + Odo Farrant"},
                    ValueCase{"Nell Wick, M.D., and Odo Farrant, Ph.D.", "Nell Wick + Odo Farrant"},
                    ValueCase{"Nell Wick; Nell Wick", "Nell Wick"},
                    ValueCase{"Words by Nell Wick; photographs by Odo Farrant", "Nell Wick"},
                    ValueCase{"Text: Nell Wick, Fotos: Odo Farrant", "Nell Wick"},
                    ValueCase{"Nell Wick (text), Odo Farrant (photos)", "Nell Wick"},
                    ValueCase{"Por Nuria Abaitua y Ramón Tejo Luz", "Nuria Abaitua + Ramón Tejo Luz"},
                    ValueCase{"Nuria Abaitua y Luz", "Nuria Abaitua y Luz"},
                    ValueCase{"di Tea Morlacchi e Ugo Fantò", "Tea Morlacchi + Ugo Fantò"},
                    ValueCase{"Von Heike Ruß und Jörn Plaß", "Heike Ruß + Jörn Plaß"},
                    ValueCase{"Par Zoé Quémener et Yann Le Bihan", "Zoé Quémener + Yann Le Bihan"},
                    ValueCase{"Door Sanne van der Wijk en Bram Oost", "Sanne van der Wijk + Bram Oost"},
                    ValueCase{"Autor: Żaneta Ćwik i Roch Miś", "Żaneta Ćwik + Roch Miś"},
                    ValueCase{"文・瀬名なお", "瀬名なお"}, ValueCase{"瀬名なお、古賀蓮", "瀬名なお + 古賀蓮"},
                    ValueCase{"한소라·박이든 기자", "한소라 + 박이든 {기자}"},
                    ValueCase{"بقلم: هناء الساحلي وعمر الجرف", "هناء الساحلي + عمر الجرف"},
                    ValueCase{"लेखक: मीरा नदवी और तरुण घाटे", "मीरा नदवी + तरुण घाटे"}));

INSTANTIATE_TEST_SUITE_P(
    OneNameAndMore, PeopleOfValue,
    testing::Values(
        ValueCase{"Odo Farrant, Professor of Physics, Weir College",
                  "Odo Farrant {Professor of Physics} [Weir College]"},
        ValueCase{"Zoé Quémener, professeure de droit, université de Morbec",
                  "Zoé Quémener {professeure de droit} [université de Morbec]"},
        ValueCase{"Prof. Dr. Heike Ruß, Lüneck", "Heike Ruß"}, ValueCase{"Odo Farrant, Jr.", "Odo Farrant, Jr."},
        ValueCase{"Nell Wick | The Weir Ledger", "Nell Wick"},
        ValueCase{"Nell Wick, The Weir Ledger", "Nell Wick [The Weir Ledger]"},
        ValueCase{"Nell from The Weir Ledger", "Nell [The Weir Ledger]"},
        ValueCase{"The Weir Ledger by Nell Wick", "Nell Wick"}, ValueCase{"Interview: Nell Wick", "Nell Wick"},
        ValueCase{"Posted by Nell Wick on May 3, 2021", "Nell Wick"},
        ValueCase{"By Nell Wick · May 3, 2021", "Nell Wick"}, ValueCase{"Nell Wick (@nellwick)", "Nell Wick"},
        ValueCase{"Ruadh&#225;n O&#8217;Dell", "Ruadhán O’Dell"}, ValueCase{"<b>Nell Wick</b>", "Nell Wick"},
        ValueCase{"nell@weir.example (Nell Wick)", "Nell Wick <nell@weir.example>"},
        ValueCase{"Nell Wick <nell@weir.example>", "Nell Wick <nell@weir.example>"},
        ValueCase{"\"Wick, Nell\" <nell@weir.example>", "Nell Wick <nell@weir.example>"},
        ValueCase{"nell@weir.example", " <nell@weir.example>"}, ValueCase{"The Harbour Desk", "The Harbour Desk"},
        ValueCase{"Byrne Byas", "Byrne Byas"}, ValueCase{"Pär", "Pär"},
        ValueCase{"Nell de Búrca Ó Dálaigh", "Nell de Búrca Ó Dálaigh"}));

INSTANTIATE_TEST_SUITE_P(
    WhatStandsAroundNames, PeopleOfValue,
    testing::Values(
        ValueCase{"Nell Wick · 4 min read", "Nell Wick"}, ValueCase{"Nell Wick and others", "Nell Wick"},
        ValueCase{"Nell Wick et al.", "Nell Wick"}, ValueCase{"nell wick and odo", "nell wick + odo"},
        ValueCase{"Nell Wick - Political Editor", "Nell Wick {Political Editor}"},
        ValueCase{"Nell Wick - Odo Farrant", "Nell Wick + Odo Farrant"}, ValueCase{"Nell Wick PhD", "Nell Wick"},
        ValueCase{"Nell Van MA", "Nell Van"}, ValueCase{"Li Na Ma", "Li Na Ma"}, ValueCase{"Nell Wick.", "Nell Wick"},
        ValueCase{"Odo Farrant Jr.", "Odo Farrant Jr."}, ValueCase{"\u270D\uFE0F Nell Wick", "Nell Wick"},
        ValueCase{"Posted on May 3, 2021 by Nell Wick", "Nell Wick"},
        ValueCase{"Reporting by Nell Wick; Editing by Odo Farrant", "Nell Wick"},
        ValueCase{"Text und Fotos: Heike Ruß", "Heike Ruß"}, ValueCase{"Eine Kolumne von Heike Ruß", "Heike Ruß"},
        ValueCase{"Contributor: Nell Wick", "Nell Wick"},
        ValueCase{"Nell Wick (Harbour and Sons Ltd), Odo Farrant", "Nell Wick [Harbour and Sons Ltd] + Odo Farrant"},
        ValueCase{"Nell Wick (Weir, Odo Farrant", "Nell Wick + Odo Farrant"},
        ValueCase{"Nell Wick), Odo Farrant", "Nell Wick + Odo Farrant"},
        ValueCase{"(Nell Wick, Odo Farrant, PhD", "Nell Wick + Odo Farrant"}));

INSTANTIATE_TEST_SUITE_P(
    Nobody, PeopleOfValue,
    testing::Values(ValueCase{"Par , sociologue", ""}, ValueCase{"By , a reader in Cork", ""}, ValueCase{"admin", ""},
                    ValueCase{"  ", ""}, ValueCase{"Staff", ""}, ValueCase{"Guest Author", ""},
                    ValueCase{"La rédaction", ""}, ValueCase{"Redaktion", ""}, ValueCase{"編集部", ""},
                    ValueCase{"هيئة التحرير", ""}, ValueCase{"noreply@weir.example", ""},
                    ValueCase{"By , a professor of physics", ""}, ValueCase{"Von , Professorin für Physik", ""},
                    ValueCase{"Par , professeur de droit", ""}, ValueCase{"Von", ""},
                    ValueCase{"Our correspondent in Galway", ""}, ValueCase{"The Weir Ledger", ""},
                    ValueCase{"Weir Media LLC", ""}, ValueCase{"Read more", ""}, ValueCase{"4 min read", ""},
                    ValueCase{"May 3, 2021", ""}, ValueCase{"https://weir.example/nell", ""}));

struct PlainCase {
    const char* value;
    const char* name;
};

class PlainName : public testing::TestWithParam<PlainCase> {};

TEST_P(PlainName, IsWhatCannotBeTakenApartButNamesSomebody) {
    EXPECT_EQ(plain_name(GetParam().value, {"The Weir Ledger", "weir.example"}), GetParam().name) << GetParam().value;
}

INSTANTIATE_TEST_SUITE_P(
    Values, PlainName,
    testing::Values(PlainCase{"Radio Weir 4", "Radio Weir 4"}, PlainCase{"Weir Media LLC", "Weir Media LLC"},
                    PlainCase{"DER WÄCHTER", "DER WÄCHTER"}, PlainCase{"El Faro", "El Faro"}, PlainCase{"das", ""},
                    PlainCase{"un lecteur", ""}, PlainCase{"Our Readers", ""}, PlainCase{"nell_w", "nell_w"},
                    PlainCase{"Nell Wick", ""}, PlainCase{"admin", ""}, PlainCase{"May 3", ""},
                    PlainCase{"4 min read", ""}, PlainCase{"News editor", ""}, PlainCase{"The Weir Ledger", ""},
                    PlainCase{", a professor of physics", ""}, PlainCase{"Our correspondent in Galway", ""},
                    PlainCase{"@nellwick", ""}, PlainCase{"-", ""}, PlainCase{"Translated by Nell Wick", ""},
                    PlainCase{"https://weir.example/", ""}, PlainCase{"", ""}));

TEST(NameKey, FoldsWhatWritersOfNamesDoNotAgreeOn) {
    for (const char* same :
         {"Dr. Żaneta O'Dell-Ruß", "ŻANETA O’DELL RUSS", "Zaneta Odell-Ruß, PhD", "zaneta odell russ"})
        EXPECT_EQ(name_key(same), "zaneta odell russ") << same;
    EXPECT_EQ(name_key("Odo Farrant III"), name_key("Odo Farrant"));
    EXPECT_NE(name_key("瀬名なお"), name_key("瀬名なを"));
}

TEST(SameName, LetsMiddleInitialsBeMissingButNotDiffer) {
    EXPECT_TRUE(same_name("Odo W. Farrant", "Odo Farrant"));
    EXPECT_FALSE(same_name("Odo W. Farrant", "Odo K. Farrant"));
    EXPECT_FALSE(same_name("Odo Farrant", "Nell Farrant"));
    EXPECT_FALSE(same_name("", ""));
}

TEST(IsCleanName, TellsNamesFromValuesThatSayMore) {
    EXPECT_TRUE(is_clean_name("Nell Wick"));
    EXPECT_TRUE(is_clean_name("瀬名なお"));
    for (const char* polluted : {"By Nell Wick", "Nell Wick and Odo Farrant", "Nell Wick, Professor", "nell",
                                 "NELL WICK", "admin", "nell@weir.example", ""})
        EXPECT_FALSE(is_clean_name(polluted)) << polluted;
}

TEST(SlugOf, SpellsNamesOfEveryScriptInAscii) {
    EXPECT_EQ(slug_of("Żaneta O’Dell-Ruß"), "zaneta-odell-russ");
    EXPECT_EQ(slug_of("Мария Лебедева"), "maria-lebedeva");
    EXPECT_EQ(slug_of("!!"), "author");
    EXPECT_LE(slug_of(std::string(500, 'a')).size(), 64U);
}

TEST(Words, StandInTheirFoldedForm) {
    for (const auto list : {conjunctions, careful_conjunctions, particles, titles, suffixes, degrees, nobody,
                            nobody_words, articles, role_stems, role_words, organization_stems, organization_words,
                            bio_verbs, copulas, contact_words, account_owners, pronouns})
        for (const auto word : list) EXPECT_EQ(folded(word), word);
    for (const auto& label : labels()) EXPECT_EQ(folded(label.phrase), label.phrase);
    for (const auto& platform : platform_words()) EXPECT_EQ(folded(platform.word), platform.word);
}

TEST(StatedName, IsTakenAtItsWord) {
    const NameContext context{"The Weir Ledger", "weir.example"};
    EXPECT_EQ(stated_name("Research Assistant", context), "Research Assistant");
    EXPECT_EQ(stated_name("An Author", context), "An Author");
    EXPECT_EQ(stated_name("The Weir Ledger", context), "");
    EXPECT_EQ(stated_name("admin", context), "");
    EXPECT_EQ(stated_name("Nell Wick", context), "") << "people_of_value finds her";
}

}  // namespace
}  // namespace masthead::feeds
