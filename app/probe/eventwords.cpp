// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/eventwords.h"

#include "ui/text/probewords.h"

#include "app/probe/numbers.h"

namespace sockeye::cli {

using namespace Qt::StringLiterals;

QString stateKey(ReadyState state)
{
    switch (state) {
    case ReadyState::Connecting:
        return u"connecting"_s;
    case ReadyState::Open:
        return u"open"_s;
    case ReadyState::Closing:
        return u"closing"_s;
    case ReadyState::Closed:
        return u"closed"_s;
    }
    Q_UNREACHABLE();
}

std::vector<Phase> phases(const PhaseDurations &durations)
{
    return {{u"resolve"_s, durations.resolve}, {u"connect"_s, durations.connect}, {u"tls"_s, durations.tls},
        {u"upgrade"_s, durations.upgrade}, {u"total"_s, durations.total},
        {u"first_message"_s, durations.firstMessage}};
}

QJsonObject phasesJson(const PhaseDurations &durations)
{
    QJsonObject object;
    for (const auto &[name, duration] : phases(durations)) {
        if (duration)
            object.insert(name, inMilliseconds(*duration));
    }
    return object;
}

QString phasesText(const PhaseDurations &durations)
{
    QStringList parts;
    PhaseDurations parted = durations;
    parted.total.reset();
    for (const auto &[name, duration] : phases(parted)) {
        if (duration)
            parts.append(QString(name % u' ' % QString::number(inMilliseconds(*duration), 'f', 2)));
    }
    const QString total = durations.total ? millisecondsText(*durations.total) : u"?"_s;
    return parts.isEmpty() ? total : QString(total % u" (" % parts.join(", "_L1) % u')');
}

QString reasonOf(const StateChanged &end)
{
    return end.frameError ? frameErrorText(*end.frameError) : end.closeReason;
}

QString endText(const StateChanged &end)
{
    QString text = closeCodeWord(end.closeCode);
    if (const QString reason = reasonOf(end); !reason.isEmpty())
        text += QString(" \""_L1 % reason % u'"');
    return text + (end.closedByPeer ? u", by the server"_s : u", by sockeye-probe"_s);
}

} // namespace sockeye::cli
