// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QTranslator>

namespace sockeye {

//! \brief Puts the program and Qt's own dialogs into one language while it lives. The catalogues of the
//! program are resources of Sockeye::translations; Qt's are installed with the system. Needs a
//! QCoreApplication, which must outlive it.
class Translation final {
    Q_DISABLE_COPY_MOVE(Translation)

public:
    //! \brief \a language is a code such as "zh_CN", or empty for the system's.
    explicit Translation(const QString &language);
    ~Translation();

    //! \brief The locale that numbers are written in.
    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    //! \brief False when there is no catalogue for the language, so that the source text (English) shows.
    [[nodiscard]] bool isTranslated() const { return !m_program.isEmpty(); }

private:
    QLocale m_locale;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace sockeye
