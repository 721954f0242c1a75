// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/yamldocument.h"

#include "tests/fuzz/require.h"

using namespace sockeye;

namespace {

bool isWithin(const YamlMark &mark, const QByteArray &text)
{
    // The place behind the last character is one, too, and so is the line behind the last line.
    return mark.line >= 1 && mark.column >= 1 && mark.line <= text.size() + 2
        && mark.column <= text.size() + 2;
}

} // namespace

// Whatever stands in the file, the place that is told is one of the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = fuzz::bytesOf(data, size);
    const auto document = YamlDocument::parse(text);
    if (!document) {
        fuzz::require(isWithin(document.error().mark, text));
        return 0;
    }
    const QStringList keys = document->root().keys();
    for (const QString &key : keys)
        fuzz::require(isWithin(document->markOf(key), text));
    return 0;
}
