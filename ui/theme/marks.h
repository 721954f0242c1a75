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

//! \brief The mark as the icon of a list's row: a chosen row does not tint it.
[[nodiscard]] QIcon healthIcon(Health health, int size, qreal dpr, const Theme &theme);

//! \brief An SVG of black lines in another colour, drawn for the device's own pixels and kept for the next
//! time. Null when there is no such picture.
[[nodiscard]] QPixmap tintedPixmap(const QString &resourcePath, int size, qreal dpr, const QColor &color);

} // namespace sockeye
