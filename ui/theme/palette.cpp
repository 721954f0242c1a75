// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

namespace sockeye {

const Palette &paletteFor(ColorScheme scheme)
{
    static const Palette light{.background = QColor(0xF5F6F8),
        .panel = QColor(0xFFFFFF),
        .rail = QColor(0xEDEFF3),
        .line = QColor(0xE1E4EA),
        .grid = QColor(0xEEF0F4),
        .text = QColor(0x1B2330),
        .dim = QColor(0x5B6676),
        .faint = QColor(0x6C7685),
        .accent = QColor(0x2563C9),
        .accentTint = QColor(0xE3ECFB),
        .critical = QColor(0xC4241B),
        .criticalTint = QColor(0xFCEBEA),
        .warning = QColor(0xA85800),
        .warningTint = QColor(0xFDF1E0),
        .well = QColor(0x1B7F4D),
        .blind = QColor(0x6B5CA5),
        .blindTint = QColor(0xEFECF7),
        .series = {QColor(0x0072B2), QColor(0xD55E00), QColor(0x009E73), QColor(0xB0569A), QColor(0xB8860B),
            QColor(0x3C9BD6)}};
    static const Palette dark{.background = QColor(0x12161D),
        .panel = QColor(0x1A2029),
        .rail = QColor(0x161B23),
        .line = QColor(0x2A323E),
        .grid = QColor(0x222A35),
        .text = QColor(0xE6EAF0),
        .dim = QColor(0x9AA6B6),
        .faint = QColor(0x7D899B),
        .accent = QColor(0x6AA3FF),
        .accentTint = QColor(0x1D2C47),
        .critical = QColor(0xFF7A70),
        .criticalTint = QColor(0x3A1D1D),
        .warning = QColor(0xF5B14C),
        .warningTint = QColor(0x38290F),
        .well = QColor(0x5CCB8F),
        .blind = QColor(0xB3A4EA),
        .blindTint = QColor(0x292340),
        .series = {QColor(0x56B4E9), QColor(0xF08C4A), QColor(0x3CC79A), QColor(0xDD8FC4), QColor(0xE3C14A),
            QColor(0x9BD0F5)}};
    return scheme == ColorScheme::Dark ? dark : light;
}

} // namespace sockeye
