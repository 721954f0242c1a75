// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks a server for a range and paints the answer in a panel, once for each line "turn" on its input, and
// prints the nanoseconds from the question until the window is painted, and the sum of the last values. For
// "ink" it prints the share of the plot, in percent, that is not background.

#include "core/engine/queryscheduler.h"

#include "ui/panels/timeseriespanel.h"

#include "tests/support/fakefeed.h"
#include "tests/support/nosecrets.h"

#include <QApplication>
#include <QDeadlineTimer>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

namespace sockeye {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "panelbench: %s\n", qPrintable(why));
    std::exit(1);
}

PanelSpec panelSpec()
{
    PanelLayer layer;
    layer.label = u"value"_s;
    layer.legend = u"{{series}}"_s;
    return {.key = u"bench"_s, .title = u"bench"_s, .layers = {layer}, .ruleKeys = {}};
}

//! The whole way of a panel's data: question, decoding, store, snapshot, paint.
class Bench final {
public:
    Bench(const QString &server, RangeQuery query)
        : m_query(std::move(query))
        , m_client(configFor(server), m_secrets, m_clock)
        , m_scheduler(EndpointId{u"bench"_s}, m_client, m_store, m_clock, RandomSource(1))
        , m_panel(makeFeed(), PanelContext{m_theme, m_formatting}, nullptr)
    {
        m_theme.setScheme(ColorScheme::Light);
        m_panel.setFixedSize(1'200, 400);
        m_panel.show();
        QCoreApplication::processEvents();
    }

    void turn()
    {
        const auto began = std::chrono::steady_clock::now();
        const RangeAnswer answer = ask();
        PanelSnapshot snapshot;
        snapshot.state = PanelState::Ready;
        snapshot.range = m_query.range;
        snapshot.step = m_query.step;
        double sum = 0.0;
        for (const TimeSeriesPtr &series : answer.series) {
            snapshot.series.push_back({series, 0, QString::fromUtf8(series->labels.value("series"))});
            sum += series->values.back();
        }
        m_feed->give(std::move(snapshot));
        m_panel.repaint(); // and flushes
        const std::chrono::nanoseconds taken = std::chrono::steady_clock::now() - began;
        std::printf("%lld %.17g\n", static_cast<long long>(taken.count()), sum);
    }

    void ink()
    {
        const QImage image = m_panel.surface().grab().toImage();
        const QRgb background = m_theme.palette().panel.rgb();
        qsizetype painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += image.pixel(x, y) == background ? 0 : 1;
        }
        std::printf("%.3f\n", 100.0 * static_cast<double>(painted) / (image.width() * image.height()));
    }

private:
    static HttpConfig configFor(const QString &server)
    {
        HttpConfig config;
        config.baseUrl = QUrl(server);
        config.timeout = 120s;
        return config;
    }

    std::unique_ptr<PanelFeed> makeFeed()
    {
        auto feed = std::make_unique<test::FakeFeed>(panelSpec());
        m_feed = feed.get();
        return feed;
    }

    RangeAnswer ask()
    {
        std::optional<RangeOutcome> heard;
        QObject context;
        m_scheduler.askRange({m_query, RangeWish::Depth::Everything}, &context,
            [&heard](const RangeOutcome &outcome) { heard = outcome; });
        const QDeadlineTimer deadline(120'000);
        while (!heard && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (!heard)
            fail(u"the server does not answer"_s);
        if (!*heard)
            fail(heard->error().message);
        return std::move(**heard);
    }

    RangeQuery m_query;
    SystemClock m_clock;
    test::NoSecrets m_secrets;
    PrometheusClient m_client;
    SeriesStore m_store{SeriesStore::Limits{}};
    QueryScheduler m_scheduler;
    Theme m_theme;
    Formatting m_formatting;
    test::FakeFeed *m_feed = nullptr; //!< the panel has it
    TimeSeriesPanel m_panel;
};

} // namespace

} // namespace sockeye

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 6) {
        std::fputs("usage: panelbench SERVER EXPRESSION BEGIN STEP POINTS\n", stderr);
        return 2;
    }
    const sockeye::Timestamp begin = sockeye::fromMilliseconds(1'000 * arguments[3].toLongLong());
    const std::chrono::seconds step(arguments[4].toInt());
    const sockeye::TimeRange range{begin, begin + step * (arguments[5].toInt() - 1)};
    sockeye::Bench bench(arguments[1], {arguments[2], range, step});
    for (std::string line; std::getline(std::cin, line);) {
        if (line == "ink")
            bench.ink();
        else
            bench.turn();
        std::fflush(stdout);
    }
    return 0;
}
