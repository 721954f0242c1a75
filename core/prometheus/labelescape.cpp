// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/labelescape.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

bool isLegacy(char32_t c, bool isFirst)
{
    const bool isLetter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return isLetter || c == U'_' || c == U':' || (!isFirst && c >= U'0' && c <= U'9');
}

bool isLegacyName(const QList<uint> &name)
{
    bool isFirst = true;
    return !name.isEmpty() && std::ranges::all_of(name, [&isFirst](uint c) {
        return isLegacy(c, std::exchange(isFirst, false));
    });
}

} // namespace

QByteArray escapedName(const QByteArray &utf8)
{
    const QList<uint> name = QString::fromUtf8(utf8).toUcs4();
    // A plain name that looks escaped would be unescaped by the server.
    if (isLegacyName(name) && !utf8.startsWith("U__"))
        return utf8;
    QByteArray escaped = "U__";
    for (qsizetype i = 0; i < name.size(); ++i) {
        const uint c = name[i];
        if (c == U'_')
            escaped += "__";
        else if (isLegacy(c, i == 0))
            escaped += static_cast<char>(c);
        else
            escaped += '_' + QByteArray::number(c, 16) + '_';
    }
    return escaped;
}

} // namespace sockeye
