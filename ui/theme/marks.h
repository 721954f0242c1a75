// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace sockeye {

//! \brief A shape beside every colour, so that nobody needs to tell red from green: a triangle is critical, a
//! diamond warning, a circle well, a rounded square with a question mark cannot be seen.
void paintHealthMark(QPainter &painter, const QRectF &rect, Health health, const Theme &theme);

//! \brief The mark alone on a transparent square of \a size logical pixels.
[[nodiscard]] QPixmap healthPixmap(Health health, int size, qreal dpr, const Theme &theme);

//! \brief An SVG of black lines in another colour, in the usual sizes of icons at one and two device pixels.
[[nodiscard]] QIcon tintedIcon(const QString &resourcePath, const QColor &color);

} // namespace sockeye
