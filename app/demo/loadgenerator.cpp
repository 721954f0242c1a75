// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/loadgenerator.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye::demo {

namespace {

constexpr auto tickInterval = 100ms;
constexpr int arrivalsPerTick = 5; // more at once would be a storm
constexpr auto meanStay = 75s;
constexpr auto meanPause = 4s;
constexpr auto patience = 10s; // for one attempt to connect
constexpr auto longestBackoff = 8s;
constexpr double emptyMessages = 0.004; // some clients are always broken
constexpr double stormShare = 0.05; // of the visitors, each tick

//! One kind of visitor in every ten places.
struct Habit {
    QLatin1StringView path;
    std::chrono::milliseconds talkEvery;
};

constexpr std::array<Habit, 10> habits{{
    {"/chat/lobby"_L1, 12s},
    {"/echo"_L1, 2'500ms},
    {"/ticker"_L1, 25s},
    {"/chat/trading"_L1, 8s},
    {"/echo"_L1, 4s},
    {"/chat/lobby"_L1, 15s},
    {"/ticker"_L1, 30s},
    {"/chat/support"_L1, 10s},
    {"/echo"_L1, 3s},
    {"/chat/trading"_L1, 9s},
}};

double wave(std::chrono::nanoseconds elapsed, std::chrono::nanoseconds period)
{
    constexpr double pi = 3.14159265358979323846;
    const std::chrono::duration<double> t = elapsed;
    return std::sin(2 * pi * t / period);
}

} // namespace

LoadGenerator::LoadGenerator(const Clock &clock, const FaultBoard &faults, Config config, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_faults(faults)
    , m_config(std::move(config))
    , m_random(m_config.seed)
{
    connect(&m_timer, &QTimer::timeout, this, &LoadGenerator::tick);
}

LoadGenerator::~LoadGenerator() = default;

int LoadGenerator::target(int clients, std::chrono::nanoseconds elapsed)
{
    const double share = 0.91 + 0.05 * wave(elapsed, 150s) + 0.03 * wave(elapsed, 41s);
    return static_cast<int>(std::lround(clients * share));
}

void LoadGenerator::start()
{
    m_startedAt = m_clock.monotonic();
    m_visitors.resize(static_cast<std::size_t>(m_config.clients));
    for (int i = 0; i < m_config.clients; ++i)
        addVisitor(i);
    m_timer.start(tickInterval);
}

void LoadGenerator::addVisitor(int index)
{
    Visitor &visitor = m_visitors[static_cast<std::size_t>(index)];
    const Habit &habit = habits[static_cast<std::size_t>(index) % habits.size()];
    QUrl url = m_config.server;
    url.setPath(habit.path);
    visitor.client = std::make_unique<LoadClient>(url);
    visitor.talkEvery = habit.talkEvery;
    visitor.due = m_startedAt;
    connect(visitor.client.get(), &LoadClient::arrived, this, [this, &visitor] { onArrived(visitor); });
    connect(visitor.client.get(), &LoadClient::gone, this, [this, &visitor] { onGone(visitor); });
}

MonotonicTime LoadGenerator::after(std::chrono::milliseconds mean)
{
    const double factor = -std::log(1 - m_random.fraction());
    return m_clock.monotonic()
        + std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(mean) * factor);
}

void LoadGenerator::onArrived(Visitor &visitor)
{
    visitor.failures = 0;
    visitor.due = after(meanStay) + 3s;
    visitor.talksAt = after(visitor.talkEvery);
}

void LoadGenerator::onGone(Visitor &visitor)
{
    visitor.failures = std::min(visitor.failures + 1, 8);
    const auto backoff = std::min<std::chrono::milliseconds>(500ms * (1 << visitor.failures), longestBackoff);
    visitor.due = after(
        m_faults.isActive(Fault::Storm) ? 200ms : std::min<std::chrono::milliseconds>(backoff, meanPause));
}

int LoadGenerator::present() const
{
    return static_cast<int>(std::ranges::count_if(
        m_visitors, [](const Visitor &v) { return v.client->state() != LoadClient::State::Away; }));
}

void LoadGenerator::tick()
{
    const bool storm = m_faults.isActive(Fault::Storm);
    if (storm)
        rage();
    const int aim = target(m_config.clients, m_clock.monotonic() - m_startedAt);
    int room = aim - present();
    if (!storm)
        room = std::min(room, arrivalsPerTick);
    for (Visitor &visitor : m_visitors)
        visit(visitor, room);
}

void LoadGenerator::visit(Visitor &visitor, int &room)
{
    const MonotonicTime now = m_clock.monotonic();
    switch (visitor.client->state()) {
    case LoadClient::State::Away:
        if (room <= 0 || now < visitor.due)
            return;
        --room;
        visitor.due = now + patience;
        return visitor.client->come();
    case LoadClient::State::Connecting:
        if (now >= visitor.due)
            visitor.client->vanish();
        return;
    case LoadClient::State::Online:
        if (room < 0 || now >= visitor.due) {
            ++room;
            return depart(visitor);
        }
        return talk(visitor);
    }
}

void LoadGenerator::talk(Visitor &visitor)
{
    const MonotonicTime now = m_clock.monotonic();
    if (now < visitor.talksAt)
        return;
    // People talk more at some times than at others.
    const double lull = 1 - 0.35 * wave(now - m_startedAt, 67s);
    visitor.talksAt = after(std::chrono::round<std::chrono::milliseconds>(visitor.talkEvery * lull));
    if (m_random.fraction() < emptyMessages)
        return visitor.client->say(QString());
    const int words = 2 + static_cast<int>(m_random.fraction() * 20);
    visitor.client->say(u"salmon "_s.repeated(words));
}

void LoadGenerator::depart(Visitor &visitor)
{
    const double how = m_random.fraction();
    if (how < 0.04)
        return visitor.client->vanish();
    if (how < 0.08)
        return visitor.client->leave(4'000 + static_cast<int>(m_random.fraction() * 3));
    visitor.client->leave(how < 0.45 ? 1'000 : 1'001);
}

void LoadGenerator::rage()
{
    for (Visitor &visitor : m_visitors) {
        if (visitor.client->state() == LoadClient::State::Online && m_random.fraction() < stormShare)
            visitor.client->vanish();
    }
}

} // namespace sockeye::demo
