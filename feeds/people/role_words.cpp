#include "feeds/people/role_words.hpp"

#include <array>

namespace masthead::feeds {
namespace {

using std::string_view;

constexpr auto role_stem_list = std::to_array<string_view>(
    {"profess",     "profes",        "lecturer",     "correspond",   "corresp",        "korrespond",  "korespond",
     "journalis",   "journaliste",   "periodist",    "giornalist",   "jornalist",      "dziennikar",  "reporter",
     "columnist",   "kolumnist",     "colunist",     "columnista",   "editorialist",   "publicyst",   "felietonist",
     "chroniqueu",  "redakteur",     "redacteur",    "redactric",    "redattor",       "redaktor",    "historian",
     "historiker",  "historien",     "historiador",  "economist",    "okonom",         "ekonomist",   "economista",
     "researcher",  "chercheu",      "investigador", "ricercator",   "pesquisador",    "onderzoek",   "badacz",
     "director",    "directeur",     "directric",    "direktor",     "direttor",       "diretor",     "dyrektor",
     "catedratic",  "hoogleraar",    "docent",       "dozent",       "wykladow",       "adiunkt",     "maitre",
     "novelist",    "essayist",      "scientist",    "wissenschaft", "schriftsteller", "ecrivain",    "escritor",
     "scrittor",    "schrijv",       "pisar",        "photograph",   "fotograf",       "illustrator", "analyst",
     "analista",    "assistant",     "associate",    "emerit",       "contributing",   "contributor", "commentator",
     "presentador", "presentateu",   "presentatric", "presentator",  "apresentador",   "conduttor",   "conduttric",
     "moderator",   "gastgeber",     "animateu",     "animatric",    "prowadzac",      "podcaster",   "newsletter",
     "profesor",    "корреспондент", "журналист",    "профессор",    "обозреватель",   "редактор",    "писатель",
     "استاذ",       "صحفي",          "صحافي",        "مراسل",        "باحث",           "محرر",        "كاتب",
     "प्रोफेसर",      "प्रोफ़ेसर",        "पत्रकार",       "संवाददाता",     "प्राध्यापक"});

constexpr auto role_word_list = std::to_array<string_view>(
    {"writer",      "fellow",    "fellows",    "host",       "cohost",    "co-host",     "chair",      "chief",
     "critic",      "author",    "coauthor",   "co-author",  "founder",   "cofounder",   "co-founder", "ceo",
     "cto",         "cfo",       "coo",        "president",  "editor",    "editora",     "partner",    "student",
     "teacher",     "teaches",   "writes",     "covers",     "poet",      "dean",        "head",       "lead",
     "leader",      "manager",   "engineer",   "developer",  "designer",  "consultant",  "lawyer",     "attorney",
     "doctor",      "physician", "nurse",      "senior",     "staff",     "member",      "expert",     "specialist",
     "strategist",  "producer",  "reader",     "scholar",    "adviser",   "advisor",     "minister",   "secretary",
     "leiter",      "leiterin",  "autor",      "autorin",    "autora",    "autorka",     "auteur",     "auteure",
     "autrice",     "autore",    "leitet",     "leraar",     "critique",  "critico",     "critica",    "poeta",
     "medico",      "abogado",   "avocat",     "avocate",    "avvocato",  "anwalt",      "arzt",       "arztin",
     "lehrer",      "lehrerin",  "kritiker",   "kritikerin", "philosoph", "philosophin", "philosophe", "philosopher",
     "sociologist", "soziologe", "soziologin", "biologist",  "physicist", "ecrit",       "escribe",    "scrive",
     "escreve",     "schreibt",  "schrijft",   "pisze",      "titulaire", "enseigne",    "ensena",     "insegna",
     "lehrt"});

constexpr auto joined_role_list =
    std::to_array<string_view>({"論説委員", "編集委員", "特派員", "名誉教授", "准教授", "教授", "記者", "研究員",
                                "编辑", "记者", "研究员", "논설위원", "특파원", "기자", "교수", "연구원"});

constexpr auto organization_stem_list = std::to_array<string_view>(
    {"universi",  "uniwersytet", "hochschule", "institut",  "istituto",  "college",    "colegio",     "akadem",
     "academ",    "politechn",   "politecnic", "polytechn", "laborator", "foundation", "fundacion",   "fundacja",
     "fondation", "fondazione",  "stiftung",   "ministr",   "ministeri", "hospital",   "krankenhaus", "zeitung",
     "gazet",     "dziennik",    "tygodnik",   "السياسة",   "جامعة",     "معهد",       "विश्वविद्यालय", "университет"});

constexpr auto organization_word_list = std::to_array<string_view>(
    {"school",     "center",      "centre",  "press",    "times",     "news",      "media",       "magazine",
     "review",     "journal",     "herald",  "tribune",  "observer",  "chronicle", "llc",         "inc",
     "ltd",        "gmbh",        "ag",      "sa",       "srl",       "bv",        "oy",          "ab",
     "plc",        "corp",        "company", "group",    "network",   "networks",  "radio",       "tv",
     "television", "fm",          "bank",    "records",  "studio",    "studios",   "productions", "publishing",
     "books",      "association", "society", "council",  "committee", "agency",    "department",  "office",
     "museum",     "library",     "podcast", "podcasts", "blog",      "weekly",    "daily",       "post",
     "today",      "online",      "ecole",   "escuela",  "escola",    "scuola",    "faculte",     "facultad",
     "facolta",    "fakultat",    "szkola",  "centrum",  "zentrum",   "verlag",    "rundfunk",    "uczelnia"});

constexpr auto desk_list =
    std::to_array<string_view>({"desk", "newsroom", "team", "lab", "unit", "collective", "ressort", "bureau"});

constexpr auto desk_adjective_list =
    std::to_array<string_view>({"news", "staff", "guest", "senior", "chief", "web", "managing", "political", "sports",
                                "our", "deputy", "associate", "executive", "assistant", "contributing", "general"});

}  // namespace

const WordList role_stems = role_stem_list;
const WordList role_words = role_word_list;
const WordList joined_roles = joined_role_list;
const WordList organization_stems = organization_stem_list;
const WordList organization_words = organization_word_list;
const WordList desk_words = desk_list;
const WordList desk_adjectives = desk_adjective_list;

}  // namespace masthead::feeds
