// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/labelset.h"
#include "core/metrics/severity.h"

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>

namespace sockeye {

//! \brief Every colour of the program, by use. A tint is the background that goes with its colour.
struct Palette {
    QColor background; //!< the page under the cards
    QColor panel; //!< cards and lists
    QColor rail;
    QColor line; //!< borders, one pixel
    QColor grid; //!< of charts, fainter than any data
    QColor text;
    QColor dim; //!< labels
    QColor faint; //!< axis numbers, never the only place of a fact
    QColor accent;
    QColor accentTint;
    QColor critical;
    QColor criticalTint;
    QColor warning;
    QColor warningTint;
    QColor well;
    QColor blind;
    QColor blindTint;
    std::array<QColor, 6> series; //!< told apart with a colour-blind eye, after Okabe and Ito
};

enum class ColorScheme { Light, Dark };

[[nodiscard]] const Palette &paletteFor(ColorScheme scheme);

//! \brief Colours and fonts of every widget, and their one place of change. Does not touch the application
//! before setScheme() is called. Main thread only.
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    //! \brief What the desktop asks for, read from the lightness of the platform's own window colour.
    [[nodiscard]] static ColorScheme systemScheme();

    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }
    [[nodiscard]] const Palette &palette() const { return paletteFor(m_scheme); }
    //! \brief Gives the application its style, palette, font and style sheet, and says so with changed().
    void setScheme(sockeye::ColorScheme scheme);

    [[nodiscard]] QFont textFont() const; //!< 13 px
    [[nodiscard]] QFont labelFont() const; //!< 11 px
    [[nodiscard]] QFont axisFont() const; //!< 10 px
    [[nodiscard]] QFont headlineFont() const; //!< 15 px
    [[nodiscard]] QFont valueFont() const; //!< 22 px semibold

    [[nodiscard]] QColor healthColor(Health health) const;
    //! \brief A close code has its own colour everywhere; other labels keep theirs in every panel; without
    //! labels the layer decides.
    [[nodiscard]] QColor seriesColor(const LabelSet &labels, std::size_t layer) const;
    //! \brief Tells windows of several workspaces apart: the same for a name in every run.
    [[nodiscard]] QColor workspaceColor(const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QFont font(int pixels, QFont::Weight weight) const;

    ColorScheme m_scheme;
    QStringList m_families;
};

} // namespace sockeye
