// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/consoleprocess.h"
#include "tests/support/realprometheus.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <cmath>
#include <limits>
#include <map>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 60'000;
constexpr qint64 scrape = 2'000; // milliseconds, as the demo's Prometheus is told
constexpr int fewClients = 20;
constexpr int manyClients = 120;
constexpr auto screenshotAfter = "45"_L1;
constexpr qint64 freshness =
    15'000; // what is ready was heard within three scrapes, and the machine may be busy

//! The least and the greatest of what Prometheus says around a moment.
struct Bounds {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        least = std::fmin(least, value); // of a number and NaN the number
        greatest = std::fmax(greatest, value);
    }
    [[nodiscard]] bool holds(double value) const
    {
        // The order in which Prometheus adds up series is not fixed.
        const double rounding = 1e-9 * std::fmax(std::abs(least), std::abs(greatest));
        return value >= least - rounding && value <= greatest + rounding;
    }
};

using BoundsBySeries = std::map<QString, Bounds>;

//! What a series of the Overview is, written anew from the demo's metrics: by label of the layer, with the
//! rate window to be filled in.
const std::map<QString, QString> &expressions()
{
    static const QString quantile =
        u"histogram_quantile(%1, sum by (le) (rate(websocket_message_duration_seconds_bucket[$w])))"_s;
    static const std::map<QString, QString> table{
        {u"connections"_s, u"sum(websocket_connected_clients)"_s},
        {u"messages-in"_s, u"sum(rate(websocket_messages_received_total[$w]))"_s},
        {u"messages-out"_s, u"sum(rate(websocket_messages_sent_total[$w]))"_s},
        {u"inside-p50"_s, quantile.arg(u"0.5"_s)},
        {u"inside-p95"_s, quantile.arg(u"0.95"_s)},
        {u"inside-p99"_s, quantile.arg(u"0.99"_s)},
        {u"closes"_s, u"sum by (code) (rate(websocket_disconnections_total[$w]))"_s},
        {u"error-rate"_s,
            u"sum(rate(websocket_errors_total[$w])) / sum(rate(websocket_messages_received_total[$w]))"_s},
        {u"cpu"_s, u"max(rate(process_cpu_seconds_total{job=\"sockeye-demo\"}[$w]))"_s},
        {u"memory"_s, u"max(process_resident_memory_bytes{job=\"sockeye-demo\"})"_s},
    };
    return table;
}

QString labelsOf(const QJsonObject &metric)
{
    QStringList labels;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        labels.append(it.key() % u"=\""_s % it.value().toString() % u'"');
    return QString(u'{' % labels.join(u',') % u'}');
}

//! What one run of the console told, and the Prometheus that it was told by, brought back to life.
class Run final {
public:
    void start(int clients);
    [[nodiscard]] Expected<void, QString> finish();

    [[nodiscard]] const QJsonObject &facts() const { return m_facts; }
    //! Each series of tiles and panels, with what its panel says added: key, state, step and value.
    [[nodiscard]] std::vector<QJsonObject> series() const;
    [[nodiscard]] QJsonObject seriesOf(const QString &panel, const QString &label) const;
    //! What Prometheus says to \a label within one scrape of local time \a at.
    [[nodiscard]] BoundsBySeries ask(const QString &label, qint64 at);

private:
    void add(const QString &expression, qint64 at, BoundsBySeries &bounds);
    [[nodiscard]] QJsonObject get(const QUrl &url);

    test::ConsoleProcess m_console;
    QJsonObject m_facts;
    std::unique_ptr<test::RealPrometheus> m_server;
    QNetworkAccessManager m_network;
};

void Run::start(int clients)
{
    m_console.set(u"SOCKEYE_DEMO_FOLDER"_s, m_console.filePath(u"demo"_s));
    m_console.start({u"--demo"_s, u"--demo-clients"_s, QString::number(clients), u"--screenshot"_s,
        m_console.filePath(u"picture.png"_s), u"--after"_s, screenshotAfter});
}

Expected<void, QString> Run::finish()
{
    if (auto ended = m_console.waitForSuccess(); !ended)
        return ended;
    QFile file(m_console.filePath(u"picture.png.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(file.errorString());
    m_facts = QJsonDocument::fromJson(file.readAll()).object();

    const QDir demos(m_console.filePath(u"demo"_s));
    const QStringList kept = demos.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (kept.size() != 1)
        return unexpected(u"the demo kept %1 folders"_s.arg(kept.size()));
    test::RealPrometheus::Options options;
    options.dataFolder = demos.filePath(kept.front() % u"/data/prometheus"_s);
    auto server = test::RealPrometheus::start(options);
    if (!server)
        return unexpected(server.error());
    m_server = std::move(*server);
    return {};
}

std::vector<QJsonObject> Run::series() const
{
    std::vector<QJsonObject> all;
    for (const auto &place : {"tiles"_L1, "panels"_L1}) {
        const QJsonArray panels = m_facts[place].toArray();
        for (const auto &panel : panels) {
            const QJsonArray series = panel[u"series"_s].toArray();
            for (const auto &one : series) {
                QJsonObject object = one.toObject();
                object[u"panel"_s] = panel[u"key"_s];
                for (const auto &fact : {u"state"_s, u"step"_s, u"value"_s})
                    object[fact] = panel[fact];
                all.push_back(object);
            }
        }
    }
    return all;
}

QJsonObject Run::seriesOf(const QString &panel, const QString &label) const
{
    const std::vector<QJsonObject> all = series();
    const auto found = std::ranges::find_if(all, [&](const QJsonObject &one) {
        return one[u"panel"_s].toString() == panel && one[u"label"_s].toString() == label;
    });
    return found == all.end() ? QJsonObject() : *found;
}

BoundsBySeries Run::ask(const QString &label, qint64 at)
{
    BoundsBySeries bounds;
    const auto expression = expressions().find(label);
    // The console takes four scrapes for a rate. A scrape that was still being written when it asked is not
    // in its answer, which then rests on the three before.
    for (const auto &window : {u"8s"_s, u"6s"_s}) {
        if (expression != expressions().end())
            add(QString(expression->second).replace(u"$w"_s, window), at, bounds);
    }
    return bounds;
}

void Run::add(const QString &expression, qint64 at, BoundsBySeries &bounds)
{
    const qint64 offset = m_facts[u"endpoints"_s][0][u"clockOffsetMs"_s].toInteger();
    const qint64 end = std::min(at + scrape, m_facts[u"time"_s].toInteger());
    const auto seconds = [offset](qint64 local) {
        return QString::number(static_cast<double>(local + offset) / 1'000.0, 'f', 3);
    };
    QUrlQuery query;
    query.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(expression)));
    query.addQueryItem(u"start"_s, seconds(at - scrape));
    query.addQueryItem(u"end"_s, seconds(end));
    query.addQueryItem(u"step"_s, u"0.25"_s);
    QUrl url = m_server->url();
    url.setPath(u"/api/v1/query_range"_s);
    url.setQuery(query);
    const QJsonObject answer = get(url);
    const QJsonArray result = answer[u"data"_s][u"result"_s].toArray();
    for (const auto &one : result) {
        Bounds &its = bounds[labelsOf(one[u"metric"_s].toObject())];
        const QJsonArray samples = one[u"values"_s].toArray();
        for (const auto &sample : samples)
            its.add(sample[1].toString().toDouble());
    }
}

QJsonObject Run::get(const QUrl &url)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(soon))
        return {};
    return QJsonDocument::fromJson(reply->readAll()).object();
}

} // namespace

//! The numbers beside a picture of the demo against what its Prometheus answers when it is asked directly.
class TestDemoNumbers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_runs.clear(); }

    void theMomentAndTheServerAreTold_data() { addRuns(); }
    void theMomentAndTheServerAreTold();
    void eachNumberIsWhatPrometheusSays_data() { addRuns(); }
    void eachNumberIsWhatPrometheusSays();
    void theConnectionsFollowTheClients();

private:
    static void addRuns();
    void compare(Run &run, const QJsonObject &series);

    std::map<int, Run> m_runs; //!< by clients
    qint64 m_startedAt = 0;
};

void TestDemoNumbers::initTestCase()
{
    if (!test::RealPrometheus::isInstalled() && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    for (const int clients : {fewClients, manyClients})
        m_runs[clients].start(clients);
    for (auto &[clients, run] : m_runs) {
        const auto finished = run.finish();
        QVERIFY2(finished, finished ? "" : qPrintable(finished.error()));
    }
}

void TestDemoNumbers::addRuns()
{
    QTest::addColumn<int>("clients");
    for (const int clients : {fewClients, manyClients})
        QTest::addRow("%d clients", clients) << clients;
}

void TestDemoNumbers::theMomentAndTheServerAreTold()
{
    QFETCH(const int, clients);
    const QJsonObject &facts = m_runs[clients].facts();
    const qint64 time = facts[u"time"_s].toInteger();
    QVERIFY(time > m_startedAt && time <= QDateTime::currentMSecsSinceEpoch());
    const QJsonArray endpoints = facts[u"endpoints"_s].toArray();
    QCOMPARE(endpoints.size(), 1);
    QCOMPARE(endpoints[0][u"name"_s].toString(), u"prometheus"_s);
    QCOMPARE(QUrl(endpoints[0][u"url"_s].toString()).host(), u"127.0.0.1"_s);
    // It is the same clock.
    QVERIFY(std::abs(endpoints[0][u"clockOffsetMs"_s].toDouble(1e9)) < double{scrape});
}

void TestDemoNumbers::eachNumberIsWhatPrometheusSays()
{
    QFETCH(const int, clients);
    Run &run = m_runs[clients];
    std::map<QString, int> compared;
    for (const QJsonObject &series : run.series()) {
        const QString label = series[u"label"_s].toString();
        if (label == u"outside-rtt")
            continue; // of a probe: no Prometheus knows it
        compare(run, series);
        if (QTest::currentTestFailed())
            return;
        ++compared[QString(series[u"panel"_s].toString() % u'/' % label)];
    }
    for (const auto &expected :
        {u"tile-connections/connections"_s, u"tile-messages/messages-out"_s, u"tile-latency/inside-p99"_s,
            u"connections/connections"_s, u"connections/messages-out"_s, u"connections/messages-in"_s,
            u"latency/inside-p50"_s, u"latency/inside-p95"_s, u"latency/inside-p99"_s, u"closes/closes"_s,
            u"closes/error-rate"_s, u"resources/cpu"_s, u"resources/memory"_s})
        QVERIFY2(compared[expected] > 0, qPrintable(expected));
}

void TestDemoNumbers::compare(Run &run, const QJsonObject &series)
{
    const QByteArray text = QJsonDocument(series).toJson(QJsonDocument::Compact);
    const QString label = series[u"label"_s].toString();
    QVERIFY2(expressions().contains(label), text.constData());
    QVERIFY2(series[u"state"_s].toString() == u"ready" && series[u"last"_s].isDouble(), text.constData());
    QCOMPARE(series[u"step"_s].toDouble() * 1'000.0, double{scrape});
    const qint64 at = series[u"at"_s].toInteger();
    // An old number may be a right one, and yet is not what a live chart is to show.
    QVERIFY2(run.facts()[u"time"_s].toInteger() - at < freshness, text.constData());
    const double value = series[u"last"_s].toDouble();
    const BoundsBySeries bounds = run.ask(label, at);
    const auto its = bounds.find(series[u"labels"_s].toString());
    QVERIFY2(its != bounds.end(), text.constData());
    const QString words = u"%1: Prometheus says %2 to %3"_s.arg(QString::fromUtf8(text))
                              .arg(its->second.least, 0, 'g', 17)
                              .arg(its->second.greatest, 0, 'g', 17);
    QVERIFY2(its->second.holds(value), qPrintable(words));
}

void TestDemoNumbers::theConnectionsFollowTheClients()
{
    const auto connections = [this](int clients) {
        return m_runs[clients].seriesOf(u"tile-connections"_s, u"connections"_s);
    };
    // Clients come and go, and two probes are there as well.
    for (const int clients : {fewClients, manyClients}) {
        const QJsonObject tile = connections(clients);
        const double value = tile[u"last"_s].toDouble();
        QCOMPARE(tile[u"value"_s].toString(), QString::number(value));
        QVERIFY2(value >= 0.6 * clients && value <= clients + 2, qPrintable(QString::number(value)));
    }
    // What one server says is not taken for what the other does.
    Run &few = m_runs[fewClients];
    const BoundsBySeries bounds = few.ask(u"connections"_s, connections(fewClients)[u"at"_s].toInteger());
    QCOMPARE(bounds.size(), std::size_t{1});
    QVERIFY(!bounds.begin()->second.holds(connections(manyClients)[u"last"_s].toDouble()));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDemoNumbers)

#include "tst_demonumbers.moc"
