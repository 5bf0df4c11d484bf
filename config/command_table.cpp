#include "config/command_line.hpp"

namespace masthead::config {

CLI::App& CommandLine::group(const char* name, const char* what) {
    auto* app = app_.add_subcommand(name, what);
    app->fallthrough();
    app->allow_extras();
    app->require_subcommand(0, 1);
    app->group("Arrange");
    return *app;
}

CommandLine::CommandLine() {
    app_.allow_extras();
    app_.require_subcommand(0, 1);
    app_.add_option("--config", options_.config)->type_name("FILE");
    app_.add_option("--set", options_.set)->type_name("KEY=VALUE")->allow_extra_args(false);
    app_.add_option("--db", options_.db)->type_name("PATH");
    app_.add_flag("--json", options_.json);
    app_.add_flag("-q,--quiet", options_.quiet);
    app_.add_flag("-v,--verbose", options_.verbose);
    app_.add_flag("--no-color", options_.no_color);
    app_.add_flag("--version", show_version_);
    declare_daemon();
    declare_following();
    declare_documents();
    declare_authors();
    declare_sources();
    declare_feeds();
    declare_entries();
    declare_config();
}

void CommandLine::declare_daemon() {
    auto serve = command<Serve>(app_, "serve", "the daemon: fetches what is due and serves the feeds",
                                "  masthead serve\n"
                                "  masthead serve --set http.listen=127.0.0.1:8000 --db ./masthead.db");
    serve.app->group("Start");
    auto demo = command<Demo>(app_, "demo", "everything at once, with nothing set up; Ctrl-C ends and cleans up",
                              "  masthead demo\n"
                              "  masthead demo --port 8000");
    demo.app->group("Start");
    demo.app->add_option("--port", demo.target->port, "where to publish; 0 takes a free port")->type_name("N");
    auto status = command<Status>(app_, "status", "one screen: what is due, what fails and why, sizes",
                                  "  masthead status\n"
                                  "  masthead status --json");
    status.app->group("Look");
    auto check = command<Check>(app_, "check", "settings, store, ports, clock: each OK or what to do",
                                "  masthead check\n"
                                "  masthead check --deep");
    check.app->group("Look");
    check.app->add_flag("--deep", check.target->deep, "read the whole store");
}

void CommandLine::declare_following() {
    auto follow = command<Follow>(app_, "follow", "add a person by the addresses where he or she writes",
                                  "  masthead follow https://magazine.example/author/orla-bexley/\n"
                                  "  masthead follow https://a.example/feed https://b.example/show.xml --author \"Orla "
                                  "Bexley\"\n"
                                  "  masthead follow --dry-run --json https://a.example/");
    follow.app->group("Follow");
    follow.app
        ->add_option("URL", follow.target->urls, "feeds, articles, author pages, profiles, podcasts of one person")
        ->required();
    follow.app->add_option("--author", follow.target->author, "whom to follow, when the addresses name several")
        ->type_name("NAME");
    follow.app->add_option("--feed", follow.target->feed, "also select the author in this merged feed; made when new")
        ->type_name("SLUG");
    follow.app->add_flag("--dry-run", follow.target->dry_run, "say what would be added, and store nothing");

    auto fetch = command<FetchNow>(app_, "fetch", "fetch sources now; without a name those that are due",
                                   "  masthead fetch\n"
                                   "  masthead fetch harbour-post cold-start\n"
                                   "  masthead fetch --all --json");
    fetch.app->group("Follow");
    fetch.app->add_option("SOURCE", fetch.target->sources, "slugs, titles or unique parts of them");
    fetch.app->add_flag("--all", fetch.target->all, "every source, due or not");
}

void CommandLine::declare_documents() {
    auto render = command<Render>(app_, "render", "what would be served, on stdout",
                                  "  masthead render all --format rss\n"
                                  "  masthead render authors/orla-bexley --format json");
    render.app->group("Look");
    render.app->add_option("FEED", render.target->what, "a feed, or authors/AUTHOR")->required();
    render.app->add_option("--format", render.target->format, "rss, atom, json, html or opml")
        ->required()
        ->type_name("FORMAT");
    render.app->add_option("--archive", render.target->archive, "an archive page; 1 holds the oldest entries")
        ->type_name("N");

    auto parse = command<Parse>(app_, "parse", "a document as neutral JSON; touches no store",
                                "  masthead parse feed.xml --url https://a.example/feed.xml\n"
                                "  masthead parse --merge blog.xml newsletter.xml\n"
                                "  masthead parse --dates < dates.txt");
    parse.app->group("Look");
    parse.app->add_option("FILE", parse.target->files, "documents; - is stdin");
    parse.app->add_option("--url", parse.target->url, "where it was fetched from")->type_name("U");
    parse.app->add_option("--content-type", parse.target->content_type, "the response header")->type_name("T");
    parse.app->add_option("--content-location", parse.target->content_location, "the response header")->type_name("L");
    parse.app->add_flag("--dates", parse.target->dates, "one JSON string a line in, one instant or null out");
    parse.app->add_flag("--merge", parse.target->merge, "what a merged feed of these documents of one author holds");
}

void CommandLine::declare_config() {
    auto& config = group("config", "settings: show, check, init");
    command<ConfigShow>(config, "show", "the settings in force, each with where it came from",
                        "  masthead config show\n"
                        "  masthead config show --json");
    command<ConfigCheck>(config, "check", "reads the settings, and says what is wrong with them",
                         "  masthead config check --config new.toml");
    auto init = command<ConfigInit>(config, "init", "writes a commented settings file, or prints it",
                                    "  masthead config init ~/.config/masthead/masthead.toml\n"
                                    "  masthead config init > masthead.toml");
    init.app->add_option("FILE", init.target->file, "a file that is not there yet");
}

void CommandLine::declare_authors() {
    auto& author = group("author", "people: list, show, add, set, unset, alias, merge, split, remove");
    command<AuthorList>(author, "list", "everybody who is followed", "  masthead author list --json");
    auto show = command<AuthorShow>(author, "show", "every fact with its origin, and which one wins",
                                    "  masthead author show orla-bexley");
    show.app->add_option("AUTHOR", show.target->author)->required();
    auto add = command<AuthorAdd>(author, "add", "somebody without a source yet",
                                  "  masthead author add \"Orla Bexley\"\n"
                                  "  masthead author add \"The Economics Desk\" --organization");
    add.app->add_option("NAME", add.target->name)->required();
    add.app->add_flag("--organization", add.target->organization, "a desk or team");
    auto set = command<AuthorSet>(author, "set", "say a fact yourself; it wins over what was harvested",
                                  "  masthead author set bexley bio \"Writes about public law.\"\n"
                                  "  masthead author set bexley profile.mastodon @orla@social.example\n"
                                  "  masthead author set bexley email_public yes");
    set.app->add_option("AUTHOR", set.target->author)->required();
    set.app
        ->add_option("FIELD", set.target->field,
                     "name, bio, url, avatar, email, role, affiliation, email_public or profile.PLATFORM")
        ->required();
    set.app->add_option("VALUE", set.target->value, "\"\" takes a profile away")->required();
    auto unset = command<AuthorUnset>(author, "unset", "take your word back; the best harvested fact shows again",
                                      "  masthead author unset bexley bio\n"
                                      "  masthead author unset bexley profile.mastodon");
    unset.app->add_option("AUTHOR", unset.target->author)->required();
    unset.app->add_option("FIELD", unset.target->field)->required();
    auto& alias = *author.add_subcommand("alias", "other names of the same person: add, remove");
    alias.fallthrough();
    alias.allow_extras();
    alias.require_subcommand(0, 1);
    alias.group("Commands");
    for (const auto action : {AuthorAlias::Action::add, AuthorAlias::Action::remove}) {
        const bool adds = action == AuthorAlias::Action::add;
        auto change = command<AuthorAlias>(alias, adds ? "add" : "remove",
                                           adds ? "entries by this name are the author's, too" : "no longer",
                                           adds ? "  masthead author alias add bexley \"O. M. Bexley\""
                                                : "  masthead author alias remove bexley \"O. M. Bexley\"");
        change.target->action = action;
        change.app->add_option("AUTHOR", change.target->author)->required();
        change.app->add_option("NAME", change.target->name)->required();
    }
    auto merge =
        command<AuthorMerge>(author, "merge", "one person of two; the first stays, the other's addresses lead there",
                             "  masthead author merge orla-bexley o-m-bexley");
    merge.app->add_option("AUTHOR", merge.target->kept, "who stays")->required();
    merge.app->add_option("OTHER", merge.target->merged, "whose entries, facts and names go to the first")->required();
    auto split = command<AuthorSplit>(author, "split", "two persons of one: a namesake, or a merge that was wrong",
                                      "  masthead author split orla-bexley \"O. M. Bexley\"");
    split.app->add_option("AUTHOR", split.target->author)->required();
    split.app->add_option("NAME", split.target->name, "an alias, or another name that entries have")->required();
    auto remove = command<AuthorRemove>(author, "remove", "the entries stay, with the name as a plain name",
                                        "  masthead author remove bexley --yes");
    remove.app->add_option("AUTHOR", remove.target->author)->required();
    remove.app->add_flag("--yes", remove.target->yes, "do not ask");
}

void CommandLine::declare_sources() {
    auto& source = group("source", "what is pulled: list, show, add, set, test, pause, resume, remove");
    auto list = command<SourceList>(source, "list", "every source, and how its last fetch went",
                                    "  masthead source list\n"
                                    "  masthead source list --broken");
    list.app->add_flag("--broken", list.target->broken, "only those that fail");
    auto show = command<SourceShow>(source, "show", "the last answers, the schedule, the failures and why",
                                    "  masthead source show harbour-post");
    show.app->add_option("SOURCE", show.target->source)->required();
    auto add = command<SourceAdd>(source, "add", "only checks and stores; fetches nothing",
                                  "  masthead source add https://a.example/feed.xml --author orla-bexley\n"
                                  "  masthead source add https://m.example/author/ada/ --page");
    add.app->add_option("URL", add.target->url)->required();
    add.app->add_option("--author", add.target->authors, "author of entries that name nobody; can be repeated")
        ->type_name("AUTHOR")
        ->allow_extra_args(false);
    add.app->add_option("--kind", add.target->kind, "of its entries: post, episode or newsletter")->type_name("KIND");
    add.app->add_flag("--page", add.target->page, "a web page that lists articles, without a feed");
    auto set = command<SourceSet>(source, "set", "change one setting of a source",
                                  "  masthead source set harbour-post interval 2h\n"
                                  "  masthead source set harbour-post text full\n"
                                  "  masthead source set letters public yes");
    set.app->add_option("SOURCE", set.target->source)->required();
    set.app->add_option("KEY", set.target->key, "url, kind, interval, authors, language, text, public or user_agent")
        ->required();
    set.app->add_option("VALUE", set.target->value, "\"\" returns to the default")->required();
    auto test = command<SourceTest>(source, "test", "fetches and prints what would be stored; stores nothing",
                                    "  masthead source test https://a.example/feed.xml");
    test.app->add_option("URL", test.target->url)->required();
    for (const bool pauses : {true, false}) {
        auto pause = command<SourcePause>(
            source, pauses ? "pause" : "resume", pauses ? "fetch it no more for now" : "fetch it again",
            pauses ? "  masthead source pause harbour-post" : "  masthead source resume harbour-post");
        pause.target->paused = pauses;
        pause.app->add_option("SOURCE", pause.target->source)->required();
    }
    auto remove = command<SourceRemove>(source, "remove", "keeps its entries, unless --purge",
                                        "  masthead source remove harbour-post --yes\n"
                                        "  masthead source remove harbour-post --purge --yes");
    remove.app->add_option("SOURCE", remove.target->source)->required();
    remove.app->add_flag("--purge", remove.target->purge, "its entries go, too");
    remove.app->add_flag("--yes", remove.target->yes, "do not ask");
}

void CommandLine::add_feed_changes(CLI::App& app, FeedChanges& changes) {
    app.add_option("--title", changes.title)->type_name("TEXT");
    app.add_option("--description", changes.description)->type_name("TEXT");
    app.add_option("--language", changes.language, "of the feed itself: en, de-CH")->type_name("TAG");
    app.add_option("--authors", changes.authors, "entries of any of them")->type_name("A,B");
    app.add_option("--sources", changes.sources)->type_name("A,B");
    app.add_option("--kinds", changes.kinds, "post, episode, newsletter")->type_name("K,L");
    app.add_option("--categories", changes.categories)->type_name("C,D");
    app.add_option("--languages", changes.languages, R"("en" also selects "en-GB")")->type_name("L,M");
    app.add_option("--match", changes.match, "words that have to occur; with - before: that must not")
        ->type_name("WORDS");
    app.add_option("--limit", changes.limit, "entries of the newest page")->type_name("N");
    app.add_option("--card", changes.card, "an author card ends each entry: on or off")->type_name("ON");
    app.add_option("--public", changes.visible, "listed on the site: yes or no")->type_name("YES");
}

void CommandLine::declare_feeds() {
    auto& feed = group("feed", "merged feeds: list, show, add, set, remove");
    command<FeedList>(feed, "list", "every merged feed with its address", "  masthead feed list");
    auto show = command<FeedShow>(feed, "show", "what a feed selects", "  masthead feed show econ");
    show.app->add_option("FEED", show.target->feed)->required();
    auto add = command<FeedAdd>(feed, "add", "a new merged feed",
                                "  masthead feed add econ --title \"Economists\" --authors bexley,quill\n"
                                "  masthead feed add talk --kinds episode --match \"trade -crypto\" --limit 50");
    add.app->add_option("SLUG", add.target->slug, "its name in addresses: a-z, 0-9 and -")->required();
    add_feed_changes(*add.app, add.target->changes);
    auto set = command<FeedSet>(feed, "set", "change what a feed selects; \"\" empties a list",
                                "  masthead feed set econ --authors bexley,quill,astor\n"
                                "  masthead feed set econ --card off");
    set.app->add_option("FEED", set.target->feed)->required();
    add_feed_changes(*set.app, set.target->changes);
    auto remove = command<FeedRemove>(feed, "remove", "the entries stay", "  masthead feed remove econ --yes");
    remove.app->add_option("FEED", remove.target->feed)->required();
    remove.app->add_flag("--yes", remove.target->yes, "do not ask");
}

void CommandLine::declare_entries() {
    auto& entry = group("entry", "what is stored: list, show, hide, unhide, split, purge");
    auto list = command<EntryList>(entry, "list", "the newest entries of a feed",
                                   "  masthead entry list\n"
                                   "  masthead entry list econ --limit 50\n"
                                   "  masthead entry list --source harbour-post");
    list.app->add_option("FEED", list.target->feed, "a feed; \"all\" without a name");
    list.app->add_option("--author", list.target->author)->type_name("AUTHOR");
    list.app->add_option("--source", list.target->source)->type_name("SOURCE");
    list.app->add_option("--limit", list.target->limit, "how many")->type_name("N");
    list.app->add_flag("--hidden", list.target->hidden, "hidden ones, too");
    auto show = command<EntryShow>(entry, "show", "one entry, its copies, and why they were joined",
                                   "  masthead entry show 42");
    show.app->add_option("ID", show.target->id)->required();
    for (const bool hides : {true, false}) {
        auto hide =
            command<EntryHide>(entry, hides ? "hide" : "unhide",
                               hides ? "take it out of everything published; its page answers 410" : "publish it again",
                               hides ? "  masthead entry hide 42" : "  masthead entry unhide 42");
        hide.target->hidden = hides;
        hide.app->add_option("ID", hide.target->id)->required();
    }
    auto split = command<EntrySplit>(entry, "split", "part it from the copies that it was joined with",
                                     "  masthead entry split 42");
    split.app->add_option("ID", split.target->id)->required();
    auto purge = command<EntryPurge>(entry, "purge", "remove it from the store", "  masthead entry purge 42 --yes");
    purge.app->add_option("ID", purge.target->id)->required();
    purge.app->add_flag("--yes", purge.target->yes, "do not ask");
}

}  // namespace masthead::config
