// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

QDateTime at(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), zone);
}

QString unitText(std::size_t step, const QString &number)
{
    switch (step) {
    case 0:
        return Words::tr("%1 d", "days").arg(number);
    case 1:
        return Words::tr("%1 h", "hours").arg(number);
    case 2:
        return Words::tr("%1 min", "minutes").arg(number);
    case 3:
        return Words::tr("%1 s", "seconds").arg(number);
    }
    return Words::tr("%1 ms", "milliseconds").arg(number);
}

} // namespace

QString Formatting::clockTime(Timestamp time) const
{
    return at(time, zone).toString(u"HH:mm:ss"_s);
}

QString Formatting::axisTime(Timestamp time, std::chrono::milliseconds range) const
{
    const QDateTime local = at(time, zone);
    if (range <= 10min)
        return local.toString(u"HH:mm:ss"_s);
    return local.toString(range < 24h ? u"HH:mm"_s : u"MM-dd HH:mm"_s);
}

QString Formatting::dateTime(Timestamp time) const
{
    return at(time, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString Formatting::sinceTime(Timestamp time, Timestamp now) const
{
    return at(time, zone).date() == at(now, zone).date() ? clockTime(time) : dateTime(time);
}

QString Formatting::ago(std::chrono::milliseconds age) const
{
    if (age < 1s)
        return Words::tr("now");
    return Words::tr("%1 ago").arg(duration(std::chrono::floor<std::chrono::seconds>(age)));
}

QString Formatting::duration(std::chrono::milliseconds duration) const
{
    static constexpr std::array<std::int64_t, 5> lengths{86'400'000, 3'600'000, 60'000, 1'000, 1};
    const auto number = [this](std::int64_t n) { return locale.toString(static_cast<qlonglong>(n)); };
    std::int64_t rest = std::abs(duration.count());
    std::size_t step = 0;
    while (step + 1 < lengths.size() && rest < lengths[step])
        ++step;
    const QString first = unitText(step, number(rest / lengths[step]));
    rest %= lengths[step];
    // A second unit is worth reading down to minutes only.
    if (step > 2 || rest / lengths[step + 1] == 0)
        return first;
    return Words::tr("%1 %2", "two units of a duration, such as 2 h 5 min")
        .arg(first, unitText(step + 1, number(rest / lengths[step + 1])));
}

QString Formatting::zoneName() const
{
    // Etc/UTC is UTC under the name of a file.
    const QString id = QString::fromUtf8(zone.id());
    return id.startsWith("Etc/"_L1) ? id.sliced(4) : id;
}

} // namespace sockeye
