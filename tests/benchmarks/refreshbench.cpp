// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What a refresh of the Overview costs a real Prometheus, the wire and this program, against asking for the
// whole range each time. The hour is back-filled and the clock is the program's own, so that five minutes of
// refreshes take seconds. After each refresh both ways must show the same, point by point; in the middle the
// machine sleeps and looks into the past.

#include "core/catalogue/role.h"
#include "core/dashboard/dashboard.h"
#include "core/engine/queryscheduler.h"
#include "core/engine/serviceroles.h"
#include "core/prometheus/stepcalculator.h"

#include "tests/integration/tcprelay.h"
#include "tests/support/fakeclock.h"
#include "tests/support/nosecrets.h"
#include "tests/support/realprometheus.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds interval = 5s; // of refreshes and of scrapes
constexpr milliseconds shown = 1h;
constexpr int panelWidth = 1'200;
constexpr int upPoints = 300;
constexpr int rounds = 3; // of the timed part, both ways in turn
constexpr milliseconds sleep = 90s;

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "bench refresh: %s\n", qPrintable(why));
    std::exit(1);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(path % u": "_s % file.errorString());
    return file.readAll();
}

//! Writes an exposition with times: what two instances of the demo would have exported.
class Exposition final {
public:
    Exposition(Timestamp begin, Timestamp end)
        : m_begin(begin)
        , m_end(end)
    {
    }

    void add(const QByteArray &series, double start, double slope, double noise)
    {
        double value = start;
        for (Timestamp at = m_begin; at <= m_end; at += interval) {
            const double random = static_cast<double>(m_random.bits() % 1'000) / 1'000.0;
            const double shift = noise * random;
            value += slope;
            m_text += series + ' '
                + QByteArray::number(slope > 0 ? value + shift * slope : value + shift, 'g', 17) + ' '
                + QByteArray::number(static_cast<double>(toMilliseconds(at)) / 1'000.0, 'f', 3) + '\n';
        }
    }

    [[nodiscard]] QByteArray text() const { return m_text + "# EOF\n"; }

private:
    Timestamp m_begin;
    Timestamp m_end;
    QByteArray m_text;
    RandomSource m_random{20'260'105};
};

QByteArray overviewMetrics(Timestamp begin, Timestamp end)
{
    Exposition text(begin, end);
    const auto each = [&text](const QByteArray &name, const QByteArray &labels, double start, double slope) {
        for (const QByteArray instance : {"one", "two"})
            text.add(name + "{job=\"demo\",instance=\"" + instance + '"' + labels + '}', start, slope, 0.9);
    };
    each("up", {}, 1, 0);
    each("websocket_connected_clients", {}, 1'200, 0);
    for (const QByteArray name : {"websocket_connections_total", "websocket_messages_received_total",
             "websocket_messages_sent_total", "websocket_received_bytes_total", "websocket_sent_bytes_total",
             "websocket_errors_total", "process_cpu_seconds_total"})
        each(name, {}, 5'000, 37.25);
    for (const QByteArray code : {"1000", "1001", "1006", "1011", "4000"})
        each("websocket_disconnections_total", ",code=\"" + code + '"', 100, 1.5);
    double below = 1;
    for (const QByteArray bound :
        {"0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "+Inf"})
        each("websocket_message_duration_seconds_bucket", ",le=\"" + bound + '"', 100, below += 3.5);
    each("process_resident_memory_bytes", {}, 8e7, 0);
    each("process_memory_limit_bytes", {}, 1e9, 0);
    return text.text();
}

//! The queries of the Overview that is built in, as its panels ask them.
struct PanelQuery {
    QString expression;
    milliseconds step;
};

std::vector<PanelQuery> overviewQueries(const QString &source)
{
    const auto dashboard = parseDashboard(readFile(source % u"/resources/dashboards/overview.json"_s));
    const auto profiles = loadProfiles(source % u"/resources/profiles"_s);
    if (!dashboard || !profiles)
        fail(u"the Overview or its profiles cannot be read"_s);
    ServiceConfig service;
    service.profileId = u"demo"_s;
    service.matchers = u"job=\"demo\""_s;
    const ServiceRoles roles(service, *profiles);
    const milliseconds step = stepFor(shown, panelWidth, interval);
    std::vector<PanelQuery> queries;
    for (const PanelSpec &panel : dashboard->panels) {
        for (const PanelLayer &layer : panel.layers) {
            const auto *binding = std::get_if<RoleBinding>(&layer.binding);
            const auto role = binding ? roleFromName(binding->role) : std::nullopt;
            if (const auto expression =
                    role ? roles.resolve(*role, rateWindow(step, interval)) : std::nullopt)
                queries.push_back({*expression, step});
        }
    }
    queries.push_back({*roles.resolve(Role::TargetUp, {}), stepFor(shown, upPoints, interval)});
    return queries;
}

//! All that asks one server.
class Console final {
public:
    Console(quint16 port, const Clock &clock, RangeWish::Depth depth)
        : m_depth(depth)
        , m_clock(clock)
        , m_client(configFor(port), m_secrets, clock)
        , m_store(SeriesStore::Limits{})
        , m_scheduler(EndpointId{u"bench"_s}, m_client, m_store, clock, RandomSource(1))
    {
        m_scheduler.setScrapeInterval(interval);
        m_scheduler.setFreshness(interval / 2);
    }

    //! All answers, in the order of \a queries.
    std::vector<RangeAnswer> refresh(const std::vector<PanelQuery> &queries, milliseconds age = 0s)
    {
        std::vector<RangeAnswer> answers(queries.size());
        std::size_t open = queries.size();
        QObject context;
        for (std::size_t i = 0; i < queries.size(); ++i) {
            const Timestamp end = m_clock.now() - age;
            m_scheduler.askRange({{queries[i].expression, {end - shown, end}, queries[i].step}, m_depth},
                &context, [&answers, &open, i](const RangeOutcome &outcome) {
                    if (!outcome)
                        fail(u"a query failed: "_s % outcome.error().message);
                    answers[i] = *outcome;
                    --open;
                });
        }
        const QDeadlineTimer deadline(60'000);
        while (open > 0 && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (open > 0)
            fail(u"the server does not answer"_s);
        return answers;
    }

    [[nodiscard]] EndpointTraffic traffic() const { return m_scheduler.traffic(); }

private:
    static HttpConfig configFor(quint16 port)
    {
        HttpConfig config;
        config.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        return config;
    }

    RangeWish::Depth m_depth;
    const Clock &m_clock;
    test::NoSecrets m_secrets;
    PrometheusClient m_client;
    SeriesStore m_store;
    QueryScheduler m_scheduler;
};

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

//! What the server loaded for all queries so far, by its own log of them.
double samplesLoaded(const QString &log)
{
    const QByteArray text = readFile(log);
    const QByteArray name = "\"totalQueryableSamples\":";
    double sum = 0;
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
        sum += std::strtod(text.constData() + at + name.size(), nullptr);
    return sum;
}

struct Cost {
    double samples = 0;
    double processor = 0;
};

void print(const char *metric, double ours, const char *unit, double theirs)
{
    std::printf("bench refresh %s %.6g %s vs whole-range %.6g ratio %.1f\n", metric, ours, unit, theirs,
        ours > 0 ? theirs / ours : 0.0);
    std::fflush(stdout);
}

class Bench final {
public:
    Bench(quint16 port, QString log, std::vector<PanelQuery> queries, int refreshes)
        : m_port(port)
        , m_log(std::move(log))
        , m_queries(std::move(queries))
        , m_refreshes(refreshes)
    {
    }

    //! \brief What the server and this program spend on the refreshes after the first answer.
    [[nodiscard]] Cost measure(RangeWish::Depth depth) const
    {
        test::FakeClock clock;
        Console console(m_port, clock, depth);
        (void)console.refresh(m_queries);
        const Cost before{samplesLoaded(m_log), processorSeconds()};
        for (int i = 0; i < m_refreshes; ++i) {
            clock.advance(interval);
            (void)console.refresh(m_queries);
        }
        const double processor = processorSeconds() - before.processor;
        return {samplesLoaded(m_log) - before.samples, processor};
    }

    //! \brief Both ways side by side: compares what they show and prints the bytes.
    void compare() const
    {
        test::FakeClock clock;
        test::TcpRelay newsWire(m_port);
        test::TcpRelay wholeWire(m_port);
        if (!newsWire.open() || !wholeWire.open())
            fail(u"no port to listen at"_s);
        Console news(newsWire.port(), clock, RangeWish::Depth::News);
        Console whole(wholeWire.port(), clock, RangeWish::Depth::Everything);
        std::size_t points = requireEqual(news, whole, 0s);
        const qint64 newsBefore = newsWire.bytes();
        const qint64 wholeBefore = wholeWire.bytes();
        for (int i = 0; i < m_refreshes; ++i) {
            clock.advance(interval);
            points += requireEqual(news, whole, 0s);
        }
        print("wire", static_cast<double>(newsWire.bytes() - newsBefore), "bytes",
            static_cast<double>(wholeWire.bytes() - wholeBefore));
        points += requireEqual(news, whole, shown / 2); // a pan into the past
        points += requireEqual(news, whole, shown * 2);
        clock.jump(sleep);
        points += requireEqual(news, whole, 0s);
        std::printf("bench refresh equal-points %zu count\n", points);
        std::printf("bench refresh reused %.1f %%\n", 100.0 * news.traffic().reuseRatio().value_or(0.0));
    }

private:
    std::size_t requireEqual(Console &news, Console &whole, milliseconds age) const
    {
        const std::vector<RangeAnswer> ours = news.refresh(m_queries, age);
        const std::vector<RangeAnswer> theirs = whole.refresh(m_queries, age);
        std::size_t points = 0;
        for (std::size_t i = 0; i < m_queries.size(); ++i) {
            const auto isEqual = [](const TimeSeriesPtr &a, const TimeSeriesPtr &b) { return *a == *b; };
            if (!std::ranges::equal(ours[i].series, theirs[i].series, isEqual))
                fail(u"what was merged differs from the whole: "_s % m_queries[i].expression);
            points += countSamples(theirs[i].series);
        }
        return points;
    }

    quint16 m_port;
    QString m_log; //!< of the server's queries
    std::vector<PanelQuery> m_queries;
    int m_refreshes;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

int run(const QString &source)
{
    const double minutes = qEnvironmentVariable("SOCKEYE_BENCH_MINUTES", u"5"_s).toDouble();
    const auto refreshes = static_cast<int>(minutes * 60'000.0 / static_cast<double>(interval.count()));
    const test::FakeClock clock;
    test::RealPrometheus::Options options;
    options.openMetrics =
        overviewMetrics(clock.now() - 4h, clock.now() + refreshes * interval + sleep + interval);
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"queries.log"_s);
    options.config = "global: {query_log_file: " + log.toUtf8() + "}\n";
    const auto server = test::RealPrometheus::start(options);
    if (!server)
        fail(server.error());
    const Bench bench((*server)->port(), log, overviewQueries(source), refreshes);
    std::vector<Cost> news;
    std::vector<Cost> whole;
    for (int i = 0; i < rounds; ++i) {
        news.push_back(bench.measure(RangeWish::Depth::News));
        whole.push_back(bench.measure(RangeWish::Depth::Everything));
    }
    const auto medianOf = [](const std::vector<Cost> &costs, double Cost::*part) {
        std::vector<double> values;
        for (const Cost &cost : costs)
            values.push_back(cost.*part);
        return median(values);
    };
    print("samples", medianOf(news, &Cost::samples), "count", medianOf(whole, &Cost::samples));
    print("client-cpu", medianOf(news, &Cost::processor), "s", medianOf(whole, &Cost::processor));
    bench.compare();
    return 0;
}

} // namespace

} // namespace sockeye

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return sockeye::run(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
}
